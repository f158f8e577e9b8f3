package auralis.dsp.fingerprint;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.LoudnessCurve;
import auralis.dsp.resample.Decimation;
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
    /** The lowest rate, in Hz, at which 8 kHz stay free of images. */
    private static final int LEAST_RATE = 22_050;

    private final boolean levelsOnly;
    private StreamFormat format;
    private int maxFrames;
    private LevelAnalysis levels;
    private SilenceGate gate;
    private Decimation decimation;

    /** Of the stream without its pauses. */
    private List<Analysis> full;

    /** Of the same at a lower rate. */
    private List<Analysis> slower;

    public FingerprintAnalyzer() {
        this(false);
    }

    private FingerprintAnalyzer(boolean levelsOnly) {
        this.levelsOnly = levelsOnly;
    }

    /** Measures loudness, levels and width only: what needs no spectra and takes the least time. */
    public static FingerprintAnalyzer ofLevels() {
        return new FingerprintAnalyzer(true);
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        this.format = format;
        this.maxFrames = maxFrames;
        levels = new LevelAnalysis(format, maxFrames);
        gate = new SilenceGate(format, this::analyze);
        Analysis width = new StereoAnalysis(format, maxFrames);
        if (levelsOnly) {
            full = List.of(width);
            slower = List.of();
            return;
        }
        full = List.of(new ToneAnalysis(format), width);
        decimation = new Decimation(format, SilenceGate.STRETCH, LEAST_RATE);
        StreamFormat low = decimation.format();
        slower = List.of(new TextureAnalysis(low), new RhythmAnalysis(low));
    }

    @Override
    public void process(AudioBlock block) {
        levels.process(block);
        gate.process(block);
    }

    private void analyze(AudioBlock sound) {
        full.forEach(analysis -> analysis.process(sound));
        if (!slower.isEmpty()) {
            AudioBlock low = decimation.process(sound);
            slower.forEach(analysis -> analysis.process(low));
        }
    }

    /** The loudness of the stream so far, which is measured on the way. */
    public Loudness loudness() {
        return levels.loudness();
    }

    /** The loudness over time of the stream so far, measured on the same way. */
    public LoudnessCurve loudnessCurve() {
        return levels.loudnessCurve();
    }

    @Override
    public Fingerprint result() {
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        levels.describe(values);
        full.forEach(analysis -> analysis.describe(values));
        slower.forEach(analysis -> analysis.describe(values));
        // Rounding can carry a share over 1 by the last bit.
        values.replaceAll(Dimension::limit);
        return new Fingerprint(values);
    }

    @Override
    public void reset() {
        prepare(format, maxFrames);
    }
}
