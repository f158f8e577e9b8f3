package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stages of the limiter against their definitions, computed the slow way. */
class LimiterStagesTest {
    private static final int RATE = 44_100;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 444})
    void slidingMinimumIsTheSmallestOfTheWindow(int window) {
        double[] gains = randomGains(5000, 0.5);
        double[] answers = gains.clone();
        SlidingMinimum minimum = new SlidingMinimum(window);
        minimum.process(answers, answers.length);
        for (int i = 0; i < gains.length; i++) {
            int from = Math.max(0, i - window + 1);
            double smallest = Arrays.stream(gains, from, i + 1).min().orElseThrow();
            assertThat(answers[i]).isEqualTo(smallest);
        }
    }

    @Test
    void releaseFollowsItsFormula() {
        LimiterSettings settings = new LimiterSettings(-1, 5, 5, 12, 250, 0.4);
        double[] gains = randomGains(RATE, 0.01);
        double[] answers = gains.clone();
        new ReleaseEnvelope(settings, RATE).process(answers, answers.length);
        double slow = 0;
        double reduction = 0;
        for (int i = 0; i < gains.length; i++) {
            double demand = -20 * Math.log10(gains[i]);
            slow += (demand - slow) * (1 - Math.exp(-1 / ((demand > slow ? 0.150 : 0.250) * RATE)));
            double floor = 0.4 * slow;
            reduction =
                    Math.max(demand, floor + (reduction - floor) * Math.exp(-1 / (0.012 * RATE)));
            assertThat(answers[i]).isCloseTo(Math.pow(10, -reduction / 20), within(1e-9));
            assertThat(answers[i]).isLessThanOrEqualTo(gains[i] * (1 + 1e-11));
        }
    }

    @Test
    void releaseEndsAtExactlyOne() {
        double[] gains = new double[20 * RATE];
        Arrays.fill(gains, 1);
        gains[0] = 0.1;
        ReleaseEnvelope release = new ReleaseEnvelope(LimiterSettings.defaults(-1), RATE);
        release.process(gains, gains.length);
        assertThat(gains[gains.length - 1]).isEqualTo(1);
        assertThat(release.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 221, 3840})
    void boxAveragesAreThreeMovingAverages(int reach) {
        double[] gains = randomGains(6000, 0.1);
        double[] answers = gains.clone();
        new BoxAverages(reach).process(answers, answers.length);
        double[] expected = gains;
        for (int box = 0; box < 3; box++) {
            expected = movingAverage(expected, 1 + (reach + box) / 3);
        }
        for (int i = 0; i < gains.length; i++) {
            assertThat(answers[i]).isCloseTo(expected[i], within(1e-8));
        }
    }

    @Test
    void boxAveragesDoNotDrift() {
        BoxAverages smoother = new BoxAverages(221);
        for (int round = 0; round < 50; round++) {
            double[] gains = randomGains(100_000, 0.9);
            Arrays.fill(gains, 99_000, 100_000, 1);
            smoother.process(gains, gains.length);
            assertThat(gains[gains.length - 1]).isEqualTo(1);
            assertThat(smoother.isOpen()).isTrue();
        }
    }

    private static double[] movingAverage(double[] values, int length) {
        double[] averages = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < length; k++) {
                averages[i] += (i < k ? 1 : values[i - k]) / length;
            }
        }
        return averages;
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0.1", "0.2", "0.3", "0.4", "0.43", "0.46"})
    void detectorReadsTonesWithin5HundredthsOfADecibel(double perFrame) {
        for (int phase = 0; phase < 8; phase++) {
            float[] tone = new float[400];
            for (int i = 0; i < tone.length; i++) {
                tone[i] = (float) Math.sin(2 * Math.PI * (perFrame * i + phase / 16.0));
            }
            float[] peaks = detect(tone, 300);
            for (int i = 0; i < 300; i++) {
                double exact = 0;
                for (int k = 0; k < 8; k++) {
                    double frame = i + 60 - TruePeakDetector.DELAY + k / 8.0;
                    double value = Math.sin(2 * Math.PI * (perFrame * frame + phase / 16.0));
                    exact = Math.max(exact, Math.abs(value));
                }
                assertThat((double) peaks[i]).isCloseTo(exact, within(0.0058));
            }
        }
    }

    @Test
    void detectorAgreesWithDirectInterpolation() {
        float[] music = TestSignals.music(StreamFormat.mono(RATE), 500)[0];
        float[] peaks = detect(music, 400);
        for (int i = 10; i < 390; i++) {
            int frame = i + 60 - TruePeakDetector.DELAY;
            double expected = TruePeakReference.segmentPeak(music, frame, 8);
            assertThat((double) peaks[i]).isCloseTo(expected, within(0.002));
        }
    }

    /** Left out or not: what exceeds the ceiling reads the same. */
    @Test
    void interpolationIsLeftOutOnlyWhereNothingExceedsTheCeiling() {
        Random random = new Random(2);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            float[] bursts = new float[400];
            float size = 0.3f + 0.5f * random.nextFloat();
            for (int i = 100; i < 130; i++) {
                bursts[i] = random.nextBoolean() ? size : -size;
            }
            float[] all = detect(bursts, 300);
            float[] some = new float[300];
            new TruePeakDetector(1, 300).detect(new float[][] {bursts}, 60, 300, some);
            for (int i = 0; i < all.length; i++) {
                found += all[i] > 1 ? 1 : 0;
                assertThat(some[i] > 1 ? some[i] : 0).isEqualTo(all[i] > 1 ? all[i] : 0);
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    private static float[] detect(float[] samples, int frames) {
        float[] peaks = new float[frames];
        TruePeakDetector detector = new TruePeakDetector(1e-3, frames);
        assertThat(detector.detect(new float[][] {samples}, 60, frames, peaks)).isTrue();
        return peaks;
    }

    /** Gains of which a share is below 1. */
    private static double[] randomGains(int count, double share) {
        Random random = new Random(5);
        double[] gains = new double[count];
        for (int i = 0; i < count; i++) {
            gains[i] = random.nextDouble() < share ? random.nextDouble() * 0.9 + 0.1 : 1;
        }
        return gains;
    }
}
