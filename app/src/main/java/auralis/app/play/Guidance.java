package auralis.app.play;

import auralis.dsp.Decibels;
import java.util.concurrent.atomic.AtomicReference;

/** What the player was told about one track: how its mastering stands and how loud it is to be. */
final class Guidance {
    /**
     * What was last said about the mastering.
     *
     * @param rendering to be heard, null for none
     */
    record Given(PlanState state, Mastering.Rendering rendering, String reason) {
        static final Given NOTHING = new Given(PlanState.NONE, null, "");

        /** While a new plan is prepared, what the old one gives stays. */
        private Given then(Mastering mastering) {
            boolean keeps = mastering.state() == PlanState.PREPARING;
            Mastering.Rendering next = keeps ? rendering : mastering.rendering().orElse(null);
            return new Given(mastering.state(), next, mastering.reason());
        }
    }

    /**
     * Linear gains that make the sides equally loud.
     *
     * @param first whether nothing was known before
     */
    private record Match(double originalGain, double masteredGain, boolean first) {
        static final Match UNKNOWN = new Match(1, 1, false);
    }

    private final AtomicReference<Given> given = new AtomicReference<>(Given.NOTHING);
    private volatile Match match = Match.UNKNOWN;
    private volatile double levelGain = 1;

    Given given() {
        return given.get();
    }

    void mastering(Mastering mastering) {
        given.updateAndGet(now -> now.then(mastering));
    }

    void match(double originalDb, double masteredDb) {
        boolean first = match == Match.UNKNOWN;
        match = new Match(Decibels.toGain(originalDb), Decibels.toGain(masteredDb), first);
    }

    void level(double gainDb) {
        levelGain = Decibels.toGain(gainDb);
    }

    /**
     * Whether the sides have just become comparable: who is listening to one hears no comparison
     * yet, so it is brought to its level gently.
     */
    boolean isNewlyMatched() {
        return match.first;
    }

    /** The gain of a side: both sides equally loud, and the track as loud as others. */
    double gain(Side side) {
        return levelGain * matchGain(side);
    }

    double matchGain(Side side) {
        Match now = match;
        return side == Side.ORIGINAL ? now.originalGain : now.masteredGain;
    }

    double levelGain() {
        return levelGain;
    }
}
