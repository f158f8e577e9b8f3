package auralis.app.fx;

/**
 * Work in the background as the user sees it.
 *
 * @param fraction 0..1, negative while unknown
 * @param stop what its stop button does
 */
public record Activity(String text, double fraction, Runnable stop) {}
