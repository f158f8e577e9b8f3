package auralis.library.transcribe.remote;

import java.time.Duration;

/** The time that goes by, and waiting for it. */
interface Ticks {
    /** That of the computer. */
    Ticks SYSTEM =
            new Ticks() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void rest(Duration time) throws InterruptedException {
                    Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
                }
            };

    long nanos();

    void rest(Duration time) throws InterruptedException;
}
