package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.filter.FourBands;
import java.util.Arrays;
import java.util.List;

/**
 * Gentle compression in four bands (split at 120 Hz, 1 and 6 kHz), each by its own level, all
 * channels by one gain: ratio 1.5 and a knee of 6 dB around the threshold, slow and long-winded in
 * the bass, faster above. No band is taken back by more than 3 dB.
 *
 * <p>The bands are Linkwitz-Riley splits, and the halves of the first go through the all-pass of
 * the split they miss, so that without compression the sum has the level of the input at every
 * frequency. Its phase is not that of the input: on limited material this raises peaks, so it is
 * for material with room. Levels are powers over {@value #HOP} frames, for which the logarithm is
 * taken once; the gain ramps over the hop that follows.
 *
 * <p>A share of 0 passes every sample as it is.
 */
public final class MultibandCompressor implements AudioProcessor {
    public static final int BANDS = FourBands.COUNT;

    private static final double[] SPLITS_HZ = {120, 1000, 6000};
    private static final double[] ATTACK_MS = {30, 20, 10, 5};
    private static final double[] RELEASE_MS = {200, 150, 100, 80};
    private static final double RATIO = 1.5;
    private static final double KNEE_DB = 6;
    private static final double MOST_OCTAVES = 3 / GainComputer.DB_PER_OCTAVE;

    /** A split so close to half the sample rate that it leaves nothing above. */
    private static final double HIGHEST_SPLIT = 0.45;

    private static final int HOP = 64;

    private final double[] thresholdsDb;
    private final double share;

    private final GainComputer[] computers = new GainComputer[BANDS];
    private final double[] gains = new double[BANDS];
    private final float[][] ramps = new float[BANDS][HOP];
    private final float[][] bands = new float[BANDS][HOP];
    private FourBands[] splitters = {};
    private double[][] channelEnergies = {};
    private int at;

    /**
     * @param thresholdsDb middle of the knee of each band, -80..24 dBFS (rms)
     * @param share 0..1 of the reduction, in dB
     */
    public MultibandCompressor(List<Double> thresholdsDb, double share) {
        if (thresholdsDb.size() != BANDS) {
            throw new IllegalArgumentException(thresholdsDb.size() + " thresholds");
        }
        Range.check("share", share, 0, 1);
        this.thresholdsDb = thresholdsDb.stream().mapToDouble(Double::doubleValue).toArray();
        this.share = share;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        double hopsPerSecond = (double) format.sampleRate() / HOP;
        for (int b = 0; b < BANDS; b++) {
            computers[b] = new GainComputer(settings(b));
            computers[b].stepsPerSecond(hopsPerSecond);
        }
        splitters = new FourBands[format.channels()];
        Arrays.setAll(splitters, c -> splitter(format.sampleRate()));
        reset();
    }

    private static FourBands splitter(int sampleRate) {
        double highHz = Math.min(SPLITS_HZ[2], HIGHEST_SPLIT * sampleRate);
        return new FourBands(SPLITS_HZ[0], SPLITS_HZ[1], highHz, sampleRate, HOP);
    }

    private CompressorSettings settings(int band) {
        return new CompressorSettings(
                thresholdsDb[band], RATIO, KNEE_DB, ATTACK_MS[band], RELEASE_MS[band], 0);
    }

    @Override
    public void process(AudioBlock block) {
        if (share == 0) {
            return;
        }
        for (int from = block.from(); from < block.to(); ) {
            int frames = Math.min(HOP - at, block.to() - from);
            for (int c = 0; c < splitters.length; c++) {
                float[] plane = block.plane(c);
                splitters[c].split(plane, from, frames, bands, channelEnergies[c]);
                join(plane, from, frames);
            }
            at += frames;
            from += frames;
            if (at == HOP) {
                endHop();
            }
        }
    }

    /** Puts the bands together again, each at the gain that its level asked for. */
    private void join(float[] plane, int from, int frames) {
        float[] bass = bands[0];
        float[] body = bands[1];
        float[] presence = bands[2];
        float[] air = bands[3];
        for (int i = 0; i < frames; i++) {
            plane[from + i] =
                    bass[i] * ramps[0][at + i]
                            + body[i] * ramps[1][at + i]
                            + (presence[i] * ramps[2][at + i] + air[i] * ramps[3][at + i]);
        }
    }

    private void endHop() {
        at = 0;
        for (int b = 0; b < BANDS; b++) {
            double energy = 0;
            for (double[] channel : channelEnergies) {
                energy += channel[b];
                channel[b] = 0;
            }
            rampTo(b, gain(b, Math.sqrt(energy / (HOP * splitters.length))));
        }
    }

    private double gain(int band, double level) {
        double asked = computers[band].next(level);
        if (asked == 0) {
            return 1;
        }
        double part = asked / MOST_OCTAVES;
        return BinaryLog.power(-share * asked / Math.sqrt(1 + part * part));
    }

    private void rampTo(int band, double next) {
        if (next == 1 && gains[band] == 1) {
            Arrays.fill(ramps[band], 1f);
            return;
        }
        double step = (next - gains[band]) / HOP;
        for (int i = 0; i < HOP; i++) {
            ramps[band][i] = (float) (gains[band] + step * i);
        }
        gains[band] = next;
    }

    @Override
    public void reset() {
        for (int b = 0; b < BANDS; b++) {
            computers[b].reset();
        }
        for (FourBands splitter : splitters) {
            splitter.reset();
        }
        channelEnergies = new double[splitters.length][BANDS];
        for (float[] ramp : ramps) {
            Arrays.fill(ramp, 1f);
        }
        Arrays.fill(gains, 1);
        at = 0;
    }
}
