package auralis.app.shell;

import java.util.OptionalDouble;

/**
 * Tells once for each opening of a track that it was heard: half of it, or four minutes. Jumps do
 * not count.
 */
final class Heard {
    private static final double ENOUGH_SECONDS = 240;
    private static final double JUMP_SECONDS = 2;

    private Runnable onHeard; // null once it was told
    private double enough;
    private double position;
    private double seconds;

    /**
     * Begins anew.
     *
     * @param length of the track in seconds, where it is known
     */
    void open(OptionalDouble length, Runnable whenHeard) {
        onHeard = whenHeard;
        enough = Math.min(length.orElse(Double.POSITIVE_INFINITY) / 2, ENOUGH_SECONDS);
        position = 0;
        seconds = 0;
    }

    /** The play head is there now. */
    void at(double newPosition) {
        double step = newPosition - position;
        position = newPosition;
        if (onHeard == null || step <= 0 || step > JUMP_SECONDS) {
            return;
        }
        seconds += step;
        if (seconds >= enough) {
            Runnable heard = onHeard;
            onHeard = null;
            heard.run();
        }
    }
}
