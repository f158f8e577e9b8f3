package auralis.library.transcribe;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How time passes between attempts. */
interface Patience {
    /** The time that everybody knows. */
    Patience REAL =
            new Patience() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void sleep(Duration time) throws InterruptedException {
                    Thread.sleep(time.toMillis());
                }
            };

    int LONGEST_SECONDS = 60;
    double JITTER = 0.25;

    long nanos();

    void sleep(Duration time) throws InterruptedException;

    /**
     * How long to wait before another attempt: twice as long each time, a little different for
     * everybody, so that not all come back at once.
     *
     * @param attempts made so far, 1 or more
     */
    static Duration backOff(int attempts) {
        double seconds = Math.min(LONGEST_SECONDS, Math.pow(2, attempts - 1.0));
        double jitter = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis((long) (1e3 * seconds * jitter));
    }
}
