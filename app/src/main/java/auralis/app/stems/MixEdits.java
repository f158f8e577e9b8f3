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

    /**
     * @param label also says what is moved
     */
    private record Move(MixedTrack track, String label, StemMix before) {}

    MixEdits(Consumer<Edit> history) {
        this.history = history;
        settle.setOnFinished(event -> settle());
    }

    /** A change at once. */
    void change(MixedTrack track, String label, StemMix next) {
        settle();
        StemMix before = track.shown().get();
        track.set(next);
        remember(track, label, before);
    }

    /** One of many changes on the way of a slider. */
    void move(MixedTrack track, String label, StemMix next) {
        if (move == null || move.track() != track || !move.label().equals(label)) {
            settle();
            move = new Move(track, label, track.shown().get());
        }
        track.set(next);
        settle.playFromStart();
    }

    /** What was moved is where it stays. */
    void settle() {
        settle.stop();
        if (move != null) {
            Move ended = move;
            move = null;
            remember(ended.track(), ended.label(), ended.before());
        }
    }

    private void remember(MixedTrack track, String label, StemMix before) {
        StemMix after = track.shown().get();
        if (!after.equals(before)) {
            history.accept(new Edit(label, progress -> swapping(track, after, before)));
        }
    }

    private Change swapping(MixedTrack track, StemMix from, StemMix to) {
        return progress -> {
            Fx.later(() -> restore(track, to));
            return swapping(track, to, from);
        };
    }

    private void restore(MixedTrack track, StemMix mix) {
        settle.stop();
        move = null;
        track.set(mix);
    }
}
