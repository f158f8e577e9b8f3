package auralis.dsp.fingerprint;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the {@link Fingerprint} of a stream in one pass, at any rate and with any number of
 * channels.
 *
 * <p>Loudness and levels are read from the stream as it is; everything else from the stream without
 * its pauses (see {@link SilenceGate}). Spectra are averaged over channels, never taken from their
 * sum.
 *
 * <p>Memory: what needs the end of the stream before it can be judged is kept in classes of level,
 * except two traces that grow with time: levels (16 bytes per 100 ms) and the onset envelope (4
 * bytes per 10 ms). Together they hold 2 MB per hour of sound.
 */
public final class FingerprintAnalyzer implements Analyzer<Fingerprint> {
    private StreamFormat format;
    private int maxFrames;
    private LevelAnalysis levels;
    private SilenceGate gate;
    private List<Analysis> ungapped;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        this.format = format;
        this.maxFrames = maxFrames;
        levels = new LevelAnalysis(format, maxFrames);
        gate = new SilenceGate(format, this::analyze);
        ungapped =
                List.of(
                        new ToneAnalysis(format),
                        new TextureAnalysis(format),
                        new RhythmAnalysis(format),
                        new StereoAnalysis(format, maxFrames));
    }

    @Override
    public void process(AudioBlock block) {
        levels.process(block);
        gate.process(block);
    }

    private void analyze(AudioBlock sound) {
        for (Analysis analysis : ungapped) {
            analysis.process(sound);
        }
    }

    @Override
    public Fingerprint result() {
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        levels.describe(values);
        for (Analysis analysis : ungapped) {
            analysis.describe(values);
        }
        // Rounding can carry a share over 1 by the last bit.
        values.replaceAll(Dimension::limit);
        return new Fingerprint(values);
    }

    @Override
    public void reset() {
        prepare(format, maxFrames);
    }
}
