package auralis.dsp.master;

import auralis.dsp.dynamics.LimiterOutcome;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What a gain costs and brings, from the outcomes of several: loudness, median reduction and the
 * dynamics that are left, each a smooth curve of the gain through what was heard.
 */
final class GainCurve {
    /** Median gain reduction that is allowed for streaming levels, and for louder ones. */
    private static final double STREAMING_BUDGET_DB = 3;

    private static final double LOUD_BUDGET_DB = 6;
    private static final double LOUD_LUFS = -12;

    /** Peaks stand at least so far over short-term loudness, unless the source's do not. */
    static final double LEAST_PSR_DB = 8;

    /** A gain that changes nothing must not be refused for the last digit. */
    private static final double ROUNDING_DB = 0.005;

    /** How far below the lowest gain the next ones are placed. */
    private static final double FAR_DB = 5;

    private static final int HALVINGS = 40;

    private final OptionalDouble shapedLufs;
    private final double[] gainsDb;
    private final double[] lufs;
    private final double[] medianReductionsDb;
    private final double[] lowPsrsDb;
    private final double targetLufs;
    private final double budgetDb;
    private final double leastPsrDb;

    /**
     * @param outcomes the unlimited one, then one for each of at least three rising gains
     * @param firm whether dynamics may be given up for the target
     */
    GainCurve(List<LimiterOutcome> outcomes, double targetLufs, boolean firm) {
        LimiterOutcome unlimited = outcomes.get(0);
        List<LimiterOutcome> driven = outcomes.subList(1, outcomes.size());
        this.shapedLufs = unlimited.integratedLufs();
        this.gainsDb = of(driven, LimiterOutcome::driveDb);
        this.lufs = of(driven, o -> o.integratedLufs().orElse(Double.NEGATIVE_INFINITY));
        this.medianReductionsDb = of(driven, LimiterOutcome::medianReductionDb);
        this.lowPsrsDb = of(driven, o -> o.lowPsrDb().orElse(LEAST_PSR_DB));
        this.targetLufs = targetLufs;
        this.budgetDb = targetLufs > LOUD_LUFS ? LOUD_BUDGET_DB : STREAMING_BUDGET_DB;
        double sourcePsrDb = unlimited.lowPsrDb().orElse(LEAST_PSR_DB);
        this.leastPsrDb =
                firm ? Double.NEGATIVE_INFINITY : Math.min(LEAST_PSR_DB, sourcePsrDb) - ROUNDING_DB;
    }

    private static double[] of(
            List<LimiterOutcome> outcomes, ToDoubleFunction<LimiterOutcome> number) {
        return outcomes.stream().mapToDouble(number).toArray();
    }

    /** Whether there is a loudness to reach. */
    boolean isAudible() {
        return shapedLufs.isPresent();
    }

    /** Whether the gain lies between the lowest and the highest that were heard. */
    boolean holdsTheAnswer() {
        return excess(lowest()) <= 0 && excess(highest()) >= 0;
    }

    /** Where to listen again when it does not. */
    double estimateDb() {
        return excess(lowest()) > 0 ? lowest() - FAR_DB : highest();
    }

    /** The highest gain that passes neither the target nor a limit. */
    double answerDb() {
        double low = lowest();
        double high = highest();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (excess(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    boolean missesAt(double gainDb, double closeLu) {
        return lufsAt(gainDb) < targetLufs - closeLu;
    }

    /** What keeps a gain from being higher. */
    LimitedBy limitAt(double gainDb) {
        return overBudget(gainDb) >= underPsr(gainDb)
                ? LimitedBy.REDUCTION_BUDGET
                : LimitedBy.DYNAMICS;
    }

    /** By how much a gain is too high, in dB: over the target or a limit, whichever is more. */
    private double excess(double gainDb) {
        return Math.max(
                lufsAt(gainDb) - targetLufs, Math.max(overBudget(gainDb), underPsr(gainDb)));
    }

    double lufsAt(double gainDb) {
        return interpolated(lufs, gainDb);
    }

    double medianReductionAt(double gainDb) {
        return Math.max(0, interpolated(medianReductionsDb, gainDb));
    }

    private double overBudget(double gainDb) {
        return interpolated(medianReductionsDb, gainDb) - budgetDb;
    }

    private double underPsr(double gainDb) {
        return leastPsrDb - interpolated(lowPsrsDb, gainDb);
    }

    private double lowest() {
        return gainsDb[0];
    }

    private double highest() {
        return gainsDb[gainsDb.length - 1];
    }

    /** The parabola through the three gains around one (Lagrange's form). */
    private double interpolated(double[] values, double gainDb) {
        int a = 0;
        while (a < gainsDb.length - 3 && gainDb > (gainsDb[a + 1] + gainsDb[a + 2]) / 2) {
            a++;
        }
        double value = 0;
        for (int i = a; i < a + 3; i++) {
            double weight = 1;
            for (int j = a; j < a + 3; j++) {
                weight *= j == i ? 1 : (gainDb - gainsDb[j]) / (gainsDb[i] - gainsDb[j]);
            }
            value += weight * values[i];
        }
        return value;
    }
}
