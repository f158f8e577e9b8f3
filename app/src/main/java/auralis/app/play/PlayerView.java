package auralis.app.play;

import auralis.app.fx.Throttle;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The player as properties of the FX thread: its state after each change, and its position at every
 * pulse while it plays.
 */
public final class PlayerView {
    private final Player player;
    private final ReadOnlyObjectWrapper<PlayerState> state;
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final Throttle<Player> changes = new Throttle<>(changed -> look());
    private final Runnable endListening;
    private final AnimationTimer clock =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    position.set(player.state().positionSeconds());
                }
            };

    public PlayerView(Player player) {
        this.player = player;
        state = new ReadOnlyObjectWrapper<>(player.state());
        endListening = player.onChange(() -> changes.accept(player));
    }

    public ReadOnlyObjectProperty<PlayerState> state() {
        return state.getReadOnlyProperty();
    }

    /** In seconds. */
    public ReadOnlyDoubleProperty position() {
        return position.getReadOnlyProperty();
    }

    /** Looks at the player now; after a command, so that the window need not wait for its echo. */
    public void look() {
        PlayerState now = player.state();
        state.set(now);
        position.set(now.positionSeconds());
        if (now.playing() && now.file().isPresent()) {
            clock.start();
        } else {
            clock.stop();
        }
    }

    public void close() {
        endListening.run();
        clock.stop();
    }
}
