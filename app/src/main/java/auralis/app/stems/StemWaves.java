package auralis.app.stems;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.meter.WaveformAnalyzer;
import auralis.dsp.meter.WaveformSummary;
import auralis.dsp.separate.Stem;
import auralis.library.separate.StemSet;
import auralis.library.separate.Stems;
import java.io.IOException;

/** Draws stems; on a worker. */
final class StemWaves {
    private static final int FRAMES = 1 << 14;

    /** Of the height of a row; so none of them reaches full scale and is marked for that. */
    private static final double LOUDEST = 0.98;

    private StemWaves() {}

    /** The picture of a stem, in which the loudest of all stems fills the height. */
    static WaveformSummary of(Stems stems, Stem stem, Progress progress)
            throws IOException, InterruptedException {
        try (AudioSource source = stems.open(stem)) {
            WaveformAnalyzer analyzer = new WaveformAnalyzer(stems.set().frames());
            AudioBlock block = new AudioBlock(source.format().channels(), FRAMES);
            analyzer.prepare(source.format(), FRAMES);
            for (int read = source.read(block); read >= 0; read = source.read(block.all())) {
                progress.checkpoint();
                analyzer.process(block.first(read));
            }
            return scaled(analyzer.result(), LOUDEST / loudest(stems.set()));
        }
    }

    private static double loudest(StemSet set) {
        return set.parts().stream().mapToDouble(StemSet.Part::peak).max().orElse(0) + 1e-6;
    }

    private static WaveformSummary scaled(WaveformSummary wave, double gain) {
        return new WaveformSummary(
                wave.frames(),
                wave.bucketFrames(),
                scaled(wave.min(), gain),
                scaled(wave.max(), gain),
                scaled(wave.rms(), gain));
    }

    private static float[] scaled(float[] values, double gain) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (gain * values[i]);
        }
        return scaled;
    }
}
