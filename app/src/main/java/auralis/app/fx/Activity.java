package auralis.app.fx;

import java.util.Optional;

/**
 * Work in the background as the user sees it.
 *
 * @param fraction 0..1, negative while unknown
 * @param stop what its stop button does, if it can be stopped
 */
public record Activity(String text, double fraction, Optional<Runnable> stop) {}
