package auralis.library.score;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A source sent through a processor in blocks of given lengths.
 *
 * @param checksums of all bits that came out of each channel
 * @param untouched whether every bit came out as it went in
 * @param cpuSeconds of the processor alone
 */
record Rendering(List<Long> checksums, boolean untouched, double cpuSeconds) {
    private static final int MOST = 8192;

    /**
     * @param lengths of the blocks in frames, over and over, at most 8192 each
     */
    static Rendering of(AudioSource source, AudioProcessor processor, int... lengths)
            throws IOException {
        int channels = source.format().channels();
        processor.prepare(source.format(), MOST);
        AudioBlock dry = new AudioBlock(channels, MOST);
        AudioBlock wet = new AudioBlock(channels, MOST);
        CRC32C[] checksums = Stream.generate(CRC32C::new).limit(channels).toArray(CRC32C[]::new);
        ByteBuffer bytes = ByteBuffer.allocate(MOST * Float.BYTES);
        boolean untouched = true;
        double cpu = 0;
        int turn = 0;
        while (true) {
            int frames = source.read(dry.first(lengths[turn++ % lengths.length]));
            if (frames < 0) {
                return new Rendering(
                        Arrays.stream(checksums).map(CRC32C::getValue).toList(), untouched, cpu);
            }
            wet.first(frames).copyFrom(dry.first(frames));
            double start = CpuClock.seconds();
            processor.process(wet);
            cpu += CpuClock.seconds() - start;
            for (int c = 0; c < channels; c++) {
                bytes.clear();
                bytes.asFloatBuffer().put(wet.plane(c), 0, frames);
                checksums[c].update(bytes.array(), 0, frames * Float.BYTES);
                untouched &= same(dry.plane(c), wet.plane(c), frames);
            }
        }
    }

    private static boolean same(float[] a, float[] b, int frames) {
        for (int i = 0; i < frames; i++) {
            if (Float.floatToRawIntBits(a[i]) != Float.floatToRawIntBits(b[i])) {
                return false;
            }
        }
        return true;
    }
}
