package auralis.app.shell;

/** Notices where a position did not get by playing on: whoever counts along must be told. */
final class Jumps {
    /** What a start may take, or the clocks of computer and sound device differ after an hour. */
    private static final double TOLERANCE_SECONDS = 0.5;

    private long track = -1;
    private boolean running;
    private double seconds;
    private long nanos;

    /**
     * @param now number of the track
     * @param runs whether its position is to move on from here
     * @param position in the track, in seconds
     * @param clock in nanoseconds, from any start
     * @return whether the same track jumped
     */
    boolean at(long now, boolean runs, double position, long clock) {
        double expected = running ? seconds + (clock - nanos) / 1e9 : seconds;
        boolean same = now == track;
        boolean jumped = same && Math.abs(position - expected) > TOLERANCE_SECONDS;
        if (jumped || !same || runs != running) {
            track = now;
            running = runs;
            seconds = position;
            nanos = clock;
        }
        return jumped;
    }
}
