package auralis.app.stems;

import auralis.app.action.History.Change;
import auralis.app.action.History.Edit;
import auralis.app.fx.Fx;
import auralis.dsp.separate.StemMix;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Changes of mixes, each heard at once and taken back as one step: what a slider passes on its way
 * is one change. FX thread only.
 */
final class MixEdits {
    private static final Duration SETTLE = Duration.millis(500);

    private final Consumer<Edit> history;
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private Move move; // that goes on; null for none

    /** What is moved; it can be taken back from its first step on. */
    private static final class Move {
        final MixedTrack track;
        final String label;
        final StemMix before;
        volatile StemMix after; // shared

        /**
         * @param label also says what is moved
         */
        Move(MixedTrack track, String label) {
            this.track = track;
            this.label = label;
            this.before = track.shown().get();
        }
    }

    MixEdits(Consumer<Edit> history) {
        this.history = history;
        settle.setOnFinished(event -> settle());
    }

    /** A change at once. */
    void change(MixedTrack track, String label, StemMix next) {
        settle();
        StemMix before = track.shown().get();
        if (!next.equals(before)) {
            track.set(next);
            history.accept(new Edit(label, progress -> swapping(track, next, before)));
        }
    }

    /** One of many changes on the way of a slider. */
    void move(MixedTrack track, String label, StemMix next) {
        if (next.equals(track.shown().get())) {
            return;
        }
        if (move == null || move.track != track || !move.label.equals(label)) {
            begin(new Move(track, label));
        }
        move.after = next;
        track.set(next);
        settle.playFromStart();
    }

    private void begin(Move next) {
        settle();
        move = next;
        history.accept(new Edit(next.label, progress -> undoing(next)));
    }

    /** What was moved is where it stays. */
    void settle() {
        settle.stop();
        move = null;
    }

    /** How far it went is known only when it is taken back. */
    private Change undoing(Move made) {
        return progress -> swapping(made.track, made.after, made.before).run(progress);
    }

    private Change swapping(MixedTrack track, StemMix from, StemMix to) {
        return progress -> {
            Fx.later(() -> restore(track, to));
            return swapping(track, to, from);
        };
    }

    private void restore(MixedTrack track, StemMix mix) {
        settle();
        track.set(mix);
    }
}
