package auralis.library.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast work goes on, from what is done and the time that it took without pauses; smoothed over
 * some seconds. One thread.
 */
final class Pace {
    private static final double SMOOTH_SECONDS = 8;
    private static final double FIRST_SECONDS = 3;

    private double lastSeconds;
    private double lastFraction;
    private double perSecond;

    /**
     * @param activeSeconds since the work began, without pauses
     * @param fraction done, 0..1
     */
    void tell(double activeSeconds, double fraction) {
        double step = activeSeconds - lastSeconds;
        if (step <= 0) {
            return;
        }
        double now = Math.max(0, fraction - lastFraction) / step;
        double weight = Math.max(step / SMOOTH_SECONDS, step / activeSeconds);
        perSecond += Math.min(1, weight) * (now - perSecond);
        lastSeconds = activeSeconds;
        lastFraction = fraction;
    }

    /** Empty in the first seconds, when a guess would jump. */
    Optional<Duration> left() {
        if (lastSeconds < FIRST_SECONDS || perSecond <= 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((long) (1e3 * (1 - lastFraction) / perSecond)));
    }
}
