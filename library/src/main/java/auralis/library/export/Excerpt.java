package auralis.library.export;

/**
 * A part of a track, to hear what becomes of it before all of it is worked on.
 *
 * @param startSeconds where it begins, 0 or more; earlier where the track would end too early
 * @param seconds how long it is
 */
public record Excerpt(double startSeconds, double seconds) {
    public Excerpt {
        if (!(startSeconds >= 0 && seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(seconds + " s from " + startSeconds + " s");
        }
    }

    /** Where it begins in a track of this length. */
    double startWithin(double trackSeconds) {
        return Math.max(0, Math.min(startSeconds, trackSeconds - seconds));
    }
}
