package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.dynamics.LimiterOutcome;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The choice of a gain from outcomes that are made up, so that the answer is known. */
class GainCurveTest {
    private static final int STEPS = 100;
    private static final double SOURCE_LUFS = -24;

    @Test
    void findsTheGainWhoseLoudnessIsTheTarget() {
        GainCurve curve = new GainCurve(outcomes(0.1, 0, 0), -16, false);
        double gainDb = curve.answerDb();
        // Loudness is source + gain - 0.1 gain² / 10: a parabola, which the curve meets exactly.
        assertThat(SOURCE_LUFS + gainDb - 0.01 * gainDb * gainDb).isCloseTo(-16, within(1e-3));
        assertThat(curve.lufsAt(gainDb)).isCloseTo(-16, within(1e-3));
        assertThat(curve.missesAt(gainDb, 0.05)).isFalse();
    }

    @Test
    void theBudgetOfReductionIsThreeDecibelsForStreamingAndSixForLoudTargets() {
        GainCurve streaming = new GainCurve(outcomes(0, 0.5, 0), -14, false);
        assertThat(streaming.medianReductionAt(streaming.answerDb())).isCloseTo(3, within(0.01));
        assertThat(streaming.limitAt(streaming.answerDb())).isEqualTo(LimitedBy.REDUCTION_BUDGET);
        GainCurve loud = new GainCurve(outcomes(0, 0.5, 0), -9, true);
        assertThat(loud.medianReductionAt(loud.answerDb())).isCloseTo(6, within(0.01));
    }

    @Test
    void dynamicsAreGivenUpOnlyForATargetSomeoneAskedFor() {
        List<LimiterOutcome> outcomes = outcomes(0, 0, 1);
        GainCurve kept = new GainCurve(outcomes, -14, false);
        assertThat(kept.missesAt(kept.answerDb(), 0.05)).isTrue();
        assertThat(kept.limitAt(kept.answerDb())).isEqualTo(LimitedBy.DYNAMICS);
        GainCurve firm = new GainCurve(outcomes, -14, true);
        assertThat(firm.missesAt(firm.answerDb(), 0.05)).isFalse();
    }

    @Test
    void knowsWhenTheAnswerLiesElsewhere() {
        assertThat(new GainCurve(outcomes(0, 0, 0), -16, false).holdsTheAnswer()).isTrue();
        GainCurve tooLow = new GainCurve(outcomes(0, 0, 0), -8, false);
        assertThat(tooLow.holdsTheAnswer()).isFalse();
        assertThat(tooLow.estimateDb()).isEqualTo(12);
        GainCurve tooHigh = new GainCurve(outcomes(0, 0, 0), -30, false);
        assertThat(tooHigh.holdsTheAnswer()).isFalse();
        assertThat(tooHigh.estimateDb()).isNegative();
    }

    /**
     * A steady stream with gains 0..12 dB: bend · gain² / 10 of loudness is lost, the limiter takes
     * {@code share} of the gain, and peaks come {@code flattening} of it nearer to the loudness.
     */
    private static List<LimiterOutcome> outcomes(double bend, double share, double flattening) {
        List<LimiterOutcome> outcomes = new ArrayList<>();
        outcomes.add(outcome(0, SOURCE_LUFS, 14, 0));
        for (int gainDb = 0; gainDb <= 12; gainDb += 2) {
            double lufs = SOURCE_LUFS + gainDb - bend * gainDb * gainDb / 10;
            outcomes.add(outcome(gainDb, lufs, 14 - flattening * gainDb, share * gainDb));
        }
        return outcomes;
    }

    private static LimiterOutcome outcome(
            double gainDb, double lufs, double psrDb, double reductionDb) {
        double[] powers = new double[STEPS];
        double[] peaks = new double[STEPS];
        Arrays.fill(powers, Decibels.toPower(lufs + 0.691));
        Arrays.fill(peaks, Decibels.toGain(lufs + psrDb));
        return new LimiterOutcome(gainDb, powers, peaks, reductionDb);
    }
}
