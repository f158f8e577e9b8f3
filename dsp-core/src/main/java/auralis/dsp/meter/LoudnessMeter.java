package auralis.dsp.meter;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * Momentary, short-term and integrated loudness and loudness range of a stream in bounded memory,
 * at every sample rate and for every channel layout.
 *
 * <p>ITU-R BS.1770-5: K-weighting, mean power per channel, weighted sum, windows of 400 ms with 75
 * % overlap, absolute gate at -70 LUFS, relative gate 10 LU under the mean of what passes the
 * first. EBU Tech 3341 v4: momentary (400 ms) and short-term (3 s) windows are not gated. They move
 * in steps of 10 ms here; with the 100 ms of the integrated measure the maxima of short sounds
 * would read up to 0.45 LU low (cases 13, 14). EBU Tech 3342: the range is the distance between the
 * 10th and the 95th percentile of short-term loudness every 100 ms, gated at -70 LUFS and 20 LU
 * under the mean.
 *
 * <p>Only whole windows count: there is no momentary value before 400 ms and no short-term value
 * before 3 s.
 */
public final class LoudnessMeter implements Analyzer<Loudness> {
    private static final double INTEGRATED_GATE_LU = 10;
    private static final double RANGE_GATE_LU = 20;
    private static final double RANGE_LOW_PERCENT = 10;
    private static final double RANGE_HIGH_PERCENT = 95;

    /** Lengths in steps of 10 ms. */
    private static final int TENTH = 10;

    private static final int MOMENTARY = 40;
    private static final int SHORT_TERM = 300;
    private static final int STABLE = 6000;

    /** The last energies of 10 ms, a ring. */
    private final double[] energies = new double[TENTH];

    /** The energy of the 100 ms that end at each of the last steps, a ring. */
    private final double[] tenths = new double[SHORT_TERM];

    private final GatedPowers momentary = new GatedPowers();
    private final GatedPowers shortTerm = new GatedPowers();

    /** Made once: a method reference in process would be an object per block. */
    private final DoubleConsumer adder = this::add;

    private final DoubleConsumer tenthPowers;
    private LoudnessSteps steps;
    private double stepFrames;
    private long count;
    private double momentaryPower;
    private double shortTermPower;
    private double maxMomentaryPower;
    private double maxShortTermPower;

    public LoudnessMeter() {
        this(power -> {});
    }

    /**
     * @param tenthPowers is given the K-weighted mean power of each whole 100 ms, channels added
     *     with their weights: for who needs both and filters once
     */
    public LoudnessMeter(DoubleConsumer tenthPowers) {
        this.tenthPowers = tenthPowers;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        steps = new LoudnessSteps(format);
        stepFrames = (double) format.sampleRate() / LoudnessSteps.PER_SECOND;
        clear();
    }

    @Override
    public void process(AudioBlock block) {
        steps.process(block, adder);
    }

    private void add(double energy) {
        int now = (int) (count % SHORT_TERM);
        energies[(int) (count % TENTH)] = energy;
        tenths[now] = sum(energies);
        count++;
        if (count >= MOMENTARY) {
            momentaryPower = windowPower(now, MOMENTARY);
            maxMomentaryPower = Math.max(maxMomentaryPower, momentaryPower);
        }
        if (count >= SHORT_TERM) {
            shortTermPower = windowPower(now, SHORT_TERM);
            maxShortTermPower = Math.max(maxShortTermPower, shortTermPower);
        }
        if (count % TENTH == 0) {
            momentary.add(momentaryPower);
            shortTerm.add(shortTermPower);
            tenthPowers.accept(tenths[now] / (TENTH * stepFrames));
        }
    }

    /** The mean power of the window of {@code length} steps that ends with step {@code now}. */
    private double windowPower(int now, int length) {
        double energy = 0;
        for (int back = 0; back < length; back += TENTH) {
            energy += tenths[Math.floorMod(now - back, SHORT_TERM)];
        }
        return energy / (length * stepFrames);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The loudness of the last 400 ms. */
    public OptionalDouble momentaryLufs() {
        return LoudnessScale.reading(momentaryPower);
    }

    /** The loudness of the last 3 s. */
    public OptionalDouble shortTermLufs() {
        return LoudnessScale.reading(shortTermPower);
    }

    /** The gated loudness of the stream so far. */
    public OptionalDouble integratedLufs() {
        return momentary.gatedLufs(INTEGRATED_GATE_LU);
    }

    /** The loudness range of the stream so far, not stable in its first 60 s. */
    public OptionalDouble rangeLu() {
        return shortTerm.rangeLu(RANGE_GATE_LU, RANGE_LOW_PERCENT, RANGE_HIGH_PERCENT);
    }

    @Override
    public Loudness result() {
        return new Loudness(
                integratedLufs(),
                rangeLu(),
                count >= STABLE,
                LoudnessScale.reading(maxMomentaryPower),
                LoudnessScale.reading(maxShortTermPower));
    }

    /**
     * The integrated loudness of a stream whose whole 100 ms have these K-weighted mean powers; for
     * a search of a gain without reading the stream again.
     */
    public static OptionalDouble integratedLufs(double[] stepPowers) {
        GatedPowers windows = new GatedPowers();
        int perWindow = MOMENTARY / TENTH;
        for (int i = perWindow; i <= stepPowers.length; i++) {
            double power = 0;
            for (int j = i - perWindow; j < i; j++) {
                power += stepPowers[j];
            }
            windows.add(power / perWindow);
        }
        return windows.gatedLufs(INTEGRATED_GATE_LU);
    }

    /** The loudness of a K-weighted mean power; negative infinity for none. */
    public static double lufs(double power) {
        return LoudnessScale.lufs(power);
    }

    @Override
    public void reset() {
        steps.reset();
        clear();
    }

    private void clear() {
        Arrays.fill(energies, 0);
        Arrays.fill(tenths, 0);
        momentary.clear();
        shortTerm.clear();
        count = 0;
        momentaryPower = 0;
        shortTermPower = 0;
        maxMomentaryPower = 0;
        maxShortTermPower = 0;
    }
}
