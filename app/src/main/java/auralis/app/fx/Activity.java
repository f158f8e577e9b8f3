package auralis.app.fx;

import java.util.Optional;

/**
 * Work in the background as the user sees it.
 *
 * @param fraction 0..1, negative while unknown
 * @param stop what its stop button does, if it can be stopped
 * @param pause how it is held and continued, if it can be
 */
public record Activity(
        String text, double fraction, Optional<Runnable> stop, Optional<Pause> pause) {
    /**
     * What the button does that holds the work, or continues it.
     *
     * @param paused whether it is held now
     */
    public record Pause(boolean paused, Runnable toggle) {}

    /** Work that cannot be held. */
    public Activity(String text, double fraction, Optional<Runnable> stop) {
        this(text, fraction, stop, Optional.empty());
    }
}
