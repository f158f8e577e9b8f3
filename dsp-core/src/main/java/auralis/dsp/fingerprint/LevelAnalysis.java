package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.LoudnessCurve;
import auralis.dsp.meter.LoudnessMeter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Loudness, crest, silence and how they vary, from a trace of the stream in steps of 100 ms:
 * K-weighted power, plain power and peak. The trace is judged at the end, when the gates are known.
 *
 * <p>Variation is measured on the steps that are left without the pauses that {@link SilenceGate}
 * takes out, too, so that silence around a track is no variation of it. Its 3 s windows move by 100
 * ms and are gated at -70 LUFS and 20 LU under their mean, as in EBU Tech 3342.
 */
final class LevelAnalysis implements Analysis {
    private static final int STEPS_PER_SECOND = 10;
    private static final int BLOCK_STEPS = 4;
    private static final int SHORT_TERM_STEPS = 30;
    private static final double ABSOLUTE_GATE = Decibels.toPower(-70 + 0.691);
    private static final double BLOCK_GATE = Decibels.toPower(-10);
    private static final double SHORT_TERM_GATE = Decibels.toPower(-20);
    private static final double SILENCE = Decibels.toPower(-40);

    private final int sampleRate;
    private final LoudnessMeter meter = new LoudnessMeter(this::addWeighted);
    private double[] weighted = new double[1024];
    private int weightedSteps;
    private float[] powers = new float[1024];
    private float[] peaks = new float[1024];
    private int steps;

    private long frame;
    private double stepSum;
    private float stepPeak;
    private float peak;

    LevelAnalysis(StreamFormat format, int maxFrames) {
        sampleRate = format.sampleRate();
        meter.prepare(format, maxFrames);
    }

    @Override
    public void process(AudioBlock block) {
        meter.process(block);
        for (int at = block.from(); at < block.to(); ) {
            long end = (steps + 1L) * sampleRate / STEPS_PER_SECOND;
            int to = (int) Math.min(block.to(), at + (end - frame));
            for (int c = 0; c < block.channels(); c++) {
                add(block.plane(c), at, to);
            }
            frame += to - at;
            at = to;
            if (frame == end) {
                endStep(block.channels());
            }
        }
        peak = Math.max(peak, stepPeak);
    }

    private void addWeighted(double power) {
        if (weightedSteps == weighted.length) {
            weighted = Arrays.copyOf(weighted, 2 * weightedSteps);
        }
        weighted[weightedSteps++] = power;
    }

    private void add(float[] plane, int from, int to) {
        double sum = stepSum;
        float top = stepPeak;
        for (int i = from; i < to; i++) {
            float x = plane[i];
            sum += (double) x * x;
            // Several times as fast as Math.max, which looks at the signs of zeros.
            float level = Math.abs(x);
            top = level > top ? level : top;
        }
        stepSum = sum;
        stepPeak = top;
    }

    private void endStep(int channels) {
        if (steps == powers.length) {
            powers = Arrays.copyOf(powers, 2 * steps);
            peaks = Arrays.copyOf(peaks, 2 * steps);
        }
        long start = (long) steps * sampleRate / STEPS_PER_SECOND;
        powers[steps] = (float) (stepSum / ((frame - start) * channels));
        peaks[steps] = stepPeak;
        peak = Math.max(peak, stepPeak);
        steps++;
        stepSum = 0;
        stepPeak = 0;
    }

    /** The loudness of the stream so far. */
    Loudness loudness() {
        return meter.result();
    }

    /** The loudness over time of the stream so far. */
    LoudnessCurve loudnessCurve() {
        return LoudnessCurve.of(Arrays.copyOf(weighted, weightedSteps));
    }

    @Override
    public void describe(Map<Dimension, Double> values) {
        meter.integratedLufs().ifPresent(lufs -> values.put(Dimension.LUFS, lufs));
        int[] sound = stepsOfSound();
        double[] k = at(sound, i -> weighted[i]);
        double[] power = at(sound, i -> powers[i]);
        double[] tops = at(sound, i -> peaks[i]);
        if (steps > 0) {
            values.put(Dimension.SILENCE_RATIO, silenceRatio(power));
        }
        describeCrest(values, k, power);
        describeVariation(values, k, power, tops);
        describePeaks(values, tops);
    }

    /** The steps that are left when long pauses are taken out. */
    private int[] stepsOfSound() {
        int longestRest = (int) (SilenceGate.LONGEST_REST_SECONDS * STEPS_PER_SECOND);
        int[] kept = new int[steps];
        int count = 0;
        int lastSound = -1;
        for (int i = 0; i < steps; i++) {
            if (peaks[i] > 0) {
                boolean rest = lastSound >= 0 && i - lastSound - 1 <= longestRest;
                for (int j = rest ? lastSound + 1 : i; j <= i; j++) {
                    kept[count++] = j;
                }
                lastSound = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static double[] at(int[] steps, IntToDoubleFunction value) {
        return Arrays.stream(steps).mapToDouble(value).toArray();
    }

    private double silenceRatio(double[] power) {
        int length = Math.min(SHORT_TERM_STEPS, power.length);
        double loudest = Arrays.stream(Trace.means(power, length)).max().orElse(0);
        long silent =
                IntStream.range(0, steps)
                        .filter(i -> peaks[i] == 0 || powers[i] < SILENCE * loudest)
                        .count();
        return (double) silent / steps;
    }

    private void describeCrest(Map<Dimension, Double> values, double[] k, double[] power) {
        double[] loud = Trace.means(k, BLOCK_STEPS);
        double gate = Trace.gate(loud, ABSOLUTE_GATE, BLOCK_GATE);
        double[] plain = Trace.means(power, BLOCK_STEPS);
        Trace.over(loud, gate, i -> plain[i])
                .average()
                .ifPresent(meanSquare -> values.put(Dimension.CREST_DB, crestDb(peak, meanSquare)));
    }

    private static void describeVariation(
            Map<Dimension, Double> values, double[] k, double[] power, double[] tops) {
        double[] loud = Trace.means(k, SHORT_TERM_STEPS);
        double gate = Trace.gate(loud, ABSOLUTE_GATE, SHORT_TERM_GATE);
        double[] plain = Trace.means(power, SHORT_TERM_STEPS);
        double[] top = Trace.maxima(tops, SHORT_TERM_STEPS);
        double[] lufs = Trace.over(loud, gate, i -> Decibels.ofPower(loud[i])).toArray();
        double[] crests = Trace.over(loud, gate, i -> crestDb(top[i], plain[i])).toArray();
        if (lufs.length > 0) {
            values.put(Dimension.LOUDNESS_VARIATION_LU, Trace.deviation(lufs));
            values.put(Dimension.DYNAMIC_RANGE_VARIATION_DB, Trace.deviation(crests));
        }
    }

    private static void describePeaks(Map<Dimension, Double> values, double[] tops) {
        int length = Math.min(STEPS_PER_SECOND, tops.length);
        if (length == 0) {
            return;
        }
        double[] seconds = new double[tops.length / length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = Arrays.stream(tops, i * length, (i + 1) * length).max().orElse(0);
        }
        values.put(Dimension.PEAK_CONSISTENCY, 1 / (1 + Trace.variation(seconds)));
    }

    private static double crestDb(double peak, double meanSquare) {
        return Decibels.ofGain(peak) - Decibels.ofPower(meanSquare);
    }
}
