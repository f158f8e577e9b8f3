package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import java.util.Arrays;

/** Runs a prepared processor and takes its latency out again. */
final class Late {
    private Late() {}

    static float[][] run(AudioProcessor processor, float[][] in) {
        int late = processor.latency();
        float[][] out = new float[in.length][];
        Arrays.setAll(out, c -> Arrays.copyOf(in[c], in[c].length + late));
        AudioBlock block = AudioBlock.of(out);
        for (int from = 0; from < block.capacity(); from += 4096) {
            processor.process(block.window(from, Math.min(block.capacity(), from + 4096)));
        }
        Arrays.setAll(out, c -> Arrays.copyOfRange(out[c], late, out[c].length));
        return out;
    }
}
