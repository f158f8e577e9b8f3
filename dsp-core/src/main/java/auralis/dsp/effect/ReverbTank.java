package auralis.dsp.effect;

import java.util.Arrays;

/**
 * What one ear hears of the room: eight combs side by side, then four all-passes in a row. The
 * lines hold doubles, which takes twice the memory and half the time: each conversion to float
 * would wait for the one before.
 */
final class ReverbTank {
    private static final double ALL_PASS_GAIN = 0.5;

    private final Comb[] combs = new Comb[Reverb.COMBS.length];
    private final AllPass[] allPasses = new AllPass[Reverb.ALL_PASSES.length];
    private double inputGain;

    /**
     * @param spread how much longer all lines are, in frames at 44.1 kHz
     */
    ReverbTank(double sampleRate, int spread) {
        double ratio = sampleRate / Reverb.REFERENCE_RATE;
        for (int i = 0; i < combs.length; i++) {
            combs[i] = new Comb((int) Math.round((Reverb.COMBS[i] + spread) * ratio));
        }
        for (int i = 0; i < allPasses.length; i++) {
            allPasses[i] = new AllPass((int) Math.round((Reverb.ALL_PASSES[i] + spread) * ratio));
        }
    }

    /**
     * @param t60Frames in which the room fades by 60 dB
     * @param pole of the low-pass in the combs
     * @param freeze 0..1: how far the fading is taken away
     */
    void design(double t60Frames, double pole, double freeze) {
        double energy = 0;
        for (Comb comb : combs) {
            double fading = Math.pow(10, -3 * comb.line.length / t60Frames);
            // Exactly 1 when frozen, or the room would fade after all.
            comb.feedback = 1 - (1 - freeze) * (1 - fading);
            comb.pole = pole;
            energy += 1 / (1 - comb.feedback * comb.feedback);
        }
        // With endless energy this is 0.
        inputGain = 1 / Math.sqrt(energy);
    }

    void run(double[] input, double[] output, int frames) {
        Arrays.fill(output, 0, frames, 0);
        for (int i = 0; i < combs.length; i += 2) {
            Comb.run(combs[i], combs[i + 1], input, inputGain, output, frames);
        }
        for (AllPass allPass : allPasses) {
            allPass.run(output, frames);
        }
    }

    void clear() {
        for (Comb comb : combs) {
            comb.clear();
        }
        for (AllPass allPass : allPasses) {
            allPass.clear();
        }
    }

    /**
     * y[n] = v[n - length], v = x + feedback · low-pass(y). Each sample waits for the low-pass of
     * the one before, so two combs run side by side, in the time of one.
     */
    private static final class Comb {
        /** Keeps the low-pass out of the subnormal numbers; lost in any sound. */
        private static final double TINY = 1e-60;

        private final double[] line;
        private double feedback;
        private double pole;
        private double low;
        private int position;

        Comb(int length) {
            line = new double[length];
        }

        static void run(Comb one, Comb two, double[] input, double gain, double[] sum, int frames) {
            int done = 0;
            while (done < frames) {
                int straight = Math.min(one.untilWrap(), two.untilWrap());
                int to = Math.min(frames, done + straight);
                runStraight(one, two, input, gain, sum, done, to);
                one.advance(to - done);
                two.advance(to - done);
                done = to;
            }
        }

        private static void runStraight(
                Comb one, Comb two, double[] input, double gain, double[] sum, int from, int to) {
            double[] lineOne = one.line;
            double[] lineTwo = two.line;
            int atOne = one.position - from;
            int atTwo = two.position - from;
            double pole = one.pole;
            double rest = 1 - pole;
            double lowOne = one.low;
            double lowTwo = two.low;
            for (int i = from; i < to; i++) {
                double yOne = lineOne[atOne + i];
                double yTwo = lineTwo[atTwo + i];
                double x = gain * input[i];
                lowOne = (rest * yOne + TINY) + pole * lowOne;
                lowTwo = (rest * yTwo + TINY) + pole * lowTwo;
                lineOne[atOne + i] = OnePole.flushed(x + one.feedback * lowOne);
                lineTwo[atTwo + i] = OnePole.flushed(x + two.feedback * lowTwo);
                sum[i] += yOne + yTwo;
            }
            one.low = lowOne;
            two.low = lowTwo;
        }

        private int untilWrap() {
            return line.length - position;
        }

        private void advance(int frames) {
            position += frames;
            if (position == line.length) {
                position = 0;
            }
        }

        void clear() {
            Arrays.fill(line, 0);
            low = 0;
            position = 0;
        }
    }

    /** Schroeder's: y = v[n - length] - g · v, v = x + g · v[n - length]. */
    private static final class AllPass {
        private final double[] line;
        private int position;

        AllPass(int length) {
            line = new double[length];
        }

        void run(double[] samples, int frames) {
            int done = 0;
            while (done < frames) {
                int to = Math.min(frames, done + line.length - position);
                runStraight(samples, done, to);
                position += to - done;
                if (position == line.length) {
                    position = 0;
                }
                done = to;
            }
        }

        private void runStraight(double[] samples, int from, int to) {
            int at = position - from;
            for (int i = from; i < to; i++) {
                double old = line[at + i];
                double v = samples[i] + ALL_PASS_GAIN * old;
                line[at + i] = OnePole.flushed(v);
                samples[i] = old - ALL_PASS_GAIN * v;
            }
        }

        void clear() {
            Arrays.fill(line, 0);
            position = 0;
        }
    }
}
