package auralis.dsp.master;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Listening;
import auralis.dsp.dynamics.LimiterForecast;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the make-up gain with which the whole track, through the very chain that will render it,
 * has the wanted loudness. One pass hears the track up to its level and forecasts what the limiter
 * leaves of it at several drives; the gain lies between two of them. Only where the estimate that
 * placed the drives was far off is the track heard again.
 */
final class GainSearch {
    /** How often the track is heard again at most. */
    static final int REPEATS = 2;

    /** Drives around the estimate, close together where the answer is likely, in dB. */
    static final double[] AROUND_DB = {-1.2, -0.4, 0.4, 1.2, 2.2, 3.5, 5.5, 8};

    /** Less than this is not missed. */
    private static final double CLOSE_ENOUGH_LU = 0.05;

    private final AudioSource source;
    private final MasteringPlan draft;
    private final boolean firm;
    private final EffectCatalogue catalogue;
    private final Progress progress;
    private List<String> failures = List.of();

    /**
     * @param draft a plan with a target and an estimated gain
     * @param firm whether dynamics may be given up for the target
     * @param catalogue where the draft's effects are found
     */
    GainSearch(
            AudioSource source,
            MasteringPlan draft,
            boolean firm,
            EffectCatalogue catalogue,
            Progress progress) {
        this.source = source;
        this.draft = draft;
        this.firm = firm;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /** The draft with its level. */
    MasteringPlan run() throws IOException, InterruptedException {
        GainCurve curve = hear(draft.gainDb(), progress);
        for (int i = 0; i < REPEATS && curve.isAudible() && !curve.holdsTheAnswer(); i++) {
            curve = hear(curve.estimateDb(), progress.uncounted());
        }
        MasteringPlan plan = curve.isAudible() ? levelled(curve) : silent();
        return plan.withFailures(failures);
    }

    private MasteringPlan levelled(GainCurve curve) {
        double gainDb = curve.answerDb();
        return draft.levelled(
                true,
                gainDb,
                OptionalDouble.of(curve.lufsAt(gainDb)),
                curve.medianReductionAt(gainDb),
                curve.missesAt(gainDb, CLOSE_ENOUGH_LU)
                        ? Optional.of(curve.limitAt(gainDb))
                        : Optional.empty());
    }

    private MasteringPlan silent() {
        return draft.levelled(true, 0, OptionalDouble.empty(), 0, Optional.of(LimitedBy.NO_TARGET));
    }

    /** One pass over the whole track. */
    private GainCurve hear(double aroundDb, Progress heard)
            throws IOException, InterruptedException {
        double[] drivesDb = Arrays.stream(AROUND_DB).map(db -> aroundDb + db).toArray();
        LimiterForecast forecast =
                new LimiterForecast(MasteringChain.limiterSettings(draft), drivesDb);
        source.seek(0);
        MasteringChain chain = MasteringChain.beforeLevel(draft, catalogue);
        // Not closed: the source belongs to the caller and is heard again.
        ProcessedSource shaped = new ProcessedSource(source, chain);
        Listening.listen(shaped, List.of(forecast), heard);
        failures = chain.failures();
        return new GainCurve(forecast.result(), draft.targetLufs().orElseThrow(), firm);
    }
}
