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

    /** Linear gains that make the sides equally loud. */
    private record Match(double originalGain, double masteredGain) {}

    private final AtomicReference<Given> given = new AtomicReference<>(Given.NOTHING);
    private volatile Match match = new Match(1, 1);
    private volatile double levelGain = 1;

    Given given() {
        return given.get();
    }

    void mastering(Mastering mastering) {
        given.updateAndGet(now -> now.then(mastering));
    }

    void match(double originalDb, double masteredDb) {
        match = new Match(Decibels.toGain(originalDb), Decibels.toGain(masteredDb));
    }

    void level(double gainDb) {
        levelGain = Decibels.toGain(gainDb);
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
