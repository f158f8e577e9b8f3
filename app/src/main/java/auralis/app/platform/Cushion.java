package auralis.app.platform;

/**
 * How much a line is kept filled. Little, so that switching sides and stopping are prompt; more as
 * soon as it ran dry, because the machine is too busy to bring more in time. It lasts for as long
 * as the program runs: a machine that was busy once will be so again. From any thread.
 */
final class Cushion {
    /** The room that lines are opened with. */
    static final double MOST_SECONDS = 0.2;

    private static final double FIRST_SECONDS = 0.04;

    private volatile double seconds = FIRST_SECONDS;

    double seconds() {
        return seconds;
    }

    void grow() {
        seconds = Math.min(MOST_SECONDS, 2 * seconds);
    }
}
