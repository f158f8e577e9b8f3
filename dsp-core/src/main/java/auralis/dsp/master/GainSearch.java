package auralis.dsp.master;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Listening;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.meter.TruePeakMeter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the make-up gain with which the whole track, through the very chain that will render it,
 * has the wanted loudness. One pass hears the track before its level; where the limiter will work,
 * each further pass hears the whole chain and corrects the gain by the secant of the last two,
 * because a limiter gives back less than is asked of it.
 */
final class GainSearch {
    /** The most passes over the track, the first one included. */
    static final int MAX_PASSES = 6;

    private static final double CLOSE_ENOUGH_LU = 0.03;

    /**
     * So far under the ceiling the limiter, which sees a little more than the meter, is sure to
     * rest.
     */
    private static final double REST_DB = 0.5;

    /** Median gain reduction that is allowed for streaming levels, and for louder ones. */
    private static final double STREAMING_BUDGET_DB = 3;

    private static final double LOUD_BUDGET_DB = 6;
    private static final double LOUD_LUFS = -12;

    private final AudioSource source;
    private final MasteringPlan draft;
    private final Progress progress;
    private final double targetLufs;
    private final double budgetDb;
    private int passes;

    private record Heard(double gainDb, double lufs, double medianReductionDb) {}

    /**
     * @param draft a plan with a target and a gain of 0
     */
    GainSearch(AudioSource source, MasteringPlan draft, Progress progress) {
        this.source = source;
        this.draft = draft;
        this.progress = progress;
        this.targetLufs = draft.targetLufs().orElseThrow();
        this.budgetDb = targetLufs > LOUD_LUFS ? LOUD_BUDGET_DB : STREAMING_BUDGET_DB;
    }

    /** The draft with its level. */
    MasteringPlan run() throws IOException, InterruptedException {
        MasteringPlan plan = search();
        source.frames().ifPresent(frames -> progress.advance((MAX_PASSES - passes) * frames));
        return plan;
    }

    private MasteringPlan search() throws IOException, InterruptedException {
        LoudnessMeter loudness = new LoudnessMeter();
        TruePeakMeter peak = new TruePeakMeter();
        hear(MasteringChain.beforeLevel(draft), List.of(loudness, peak));
        OptionalDouble shaped = loudness.result().integratedLufs();
        if (shaped.isEmpty()) {
            return draft.levelled(
                    true, 0, OptionalDouble.empty(), 0, Optional.of(LimitedBy.NO_TARGET));
        }
        double gainDb = targetLufs - shaped.getAsDouble();
        double truePeakDbtp = peak.result().truePeakDbtp().orElse(Double.NEGATIVE_INFINITY);
        if (truePeakDbtp + gainDb <= draft.ceilingDbtp() - REST_DB) {
            return draft.levelled(true, gainDb, draft.targetLufs(), 0, Optional.empty());
        }
        return limited(gainDb);
    }

    /**
     * The gain when the limiter works: the root of {@link #excess}, by secants that never leave the
     * bracket.
     */
    private MasteringPlan limited(double firstGainDb) throws IOException, InterruptedException {
        Heard last = level(firstGainDb);
        Heard best = last;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double slope = 1;
        while (Math.abs(excess(last)) > CLOSE_ENOUGH_LU && passes < MAX_PASSES) {
            if (excess(last) > 0) {
                high = last.gainDb;
            } else {
                low = last.gainDb;
            }
            double gainDb = last.gainDb - excess(last) / slope;
            if (gainDb <= low || gainDb >= high) {
                gainDb = (low + high) / 2;
            }
            Heard next = level(gainDb);
            slope = Math.max(0.2, (excess(next) - excess(last)) / (next.gainDb - last.gainDb));
            last = next;
            best = Math.abs(excess(next)) < Math.abs(excess(best)) ? next : best;
        }
        boolean missed = best.lufs < targetLufs - 2 * CLOSE_ENOUGH_LU;
        return draft.levelled(
                true,
                best.gainDb,
                OptionalDouble.of(best.lufs),
                best.medianReductionDb,
                missed ? Optional.of(LimitedBy.REDUCTION_BUDGET) : Optional.empty());
    }

    /**
     * By how much a gain is too high, in dB: over the target or over the budget, whichever is more.
     * Rises with the gain, so that its one root is the answer to both.
     */
    private double excess(Heard heard) {
        return Math.max(heard.lufs - targetLufs, heard.medianReductionDb - budgetDb);
    }

    private Heard level(double gainDb) throws IOException, InterruptedException {
        MasteringChain chain =
                new MasteringChain(
                        draft.levelled(false, gainDb, OptionalDouble.empty(), 0, Optional.empty()));
        LoudnessMeter loudness = new LoudnessMeter();
        hear(chain, List.of(loudness));
        double lufs = loudness.result().integratedLufs().orElse(Double.NEGATIVE_INFINITY);
        return new Heard(gainDb, lufs, chain.medianReductionDb());
    }

    /** One pass over the whole track. */
    private void hear(MasteringChain chain, List<Analyzer<?>> analyzers)
            throws IOException, InterruptedException {
        passes++;
        source.seek(0);
        // Not closed: the source belongs to the caller and is heard again.
        ProcessedSource mastered = new ProcessedSource(source, chain);
        Listening.listen(mastered, analyzers, progress);
    }
}
