package auralis.app.prefs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How fast bytes come: the mean of the last looks, so that neither a gust nor a lull counts. */
final class Pace {
    private static final int LOOKS = 10;

    /** A guess that is made sooner jumps. */
    private static final double FIRST_SECONDS = 1;

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(double bytes, double seconds) {}

    /**
     * @param bytes that are here
     * @param seconds of any clock
     */
    void look(double bytes, double seconds) {
        looks.addLast(new Look(bytes, seconds));
        if (looks.size() > LOOKS) {
            looks.removeFirst();
        }
    }

    /** Empty in the first moments. */
    OptionalDouble bytesPerSecond() {
        if (looks.isEmpty()) {
            return OptionalDouble.empty();
        }
        double seconds = looks.getLast().seconds() - looks.getFirst().seconds();
        double bytes = looks.getLast().bytes() - looks.getFirst().bytes();
        return seconds < FIRST_SECONDS
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, bytes / seconds));
    }

    /** Until all are here; empty while that is not known, or nothing comes. */
    OptionalDouble secondsLeft(double allBytes) {
        OptionalDouble speed = bytesPerSecond();
        return speed.isEmpty() || speed.getAsDouble() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((allBytes - looks.getLast().bytes()) / speed.getAsDouble());
    }
}
