package auralis.library.transcribe.remote;

import auralis.dsp.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When requests to one server begin, for all work at it together: no more than some at once, and no
 * more than some in any stretch of time. Each work brings limits of its own; those of the others
 * count against them. A server that complains stops all for a while and doubles the stretch, up to
 * sixteen times; each good answer halves it again. Any thread.
 */
final class RequestRate {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int MOST_SLOWER = 4;

    private final Ticks ticks;

    /** When the last requests began, the latest last. */
    private final Deque<Long> begun = new ArrayDeque<>();

    private int going;
    private int slower;
    private long notBefore;

    RequestRate(Ticks ticks) {
        this.ticks = ticks;
        this.notBefore = ticks.nanos();
    }

    /**
     * Waits until a request may begin, which goes on until its {@link #end}.
     *
     * @param most at once, and in any {@code stretch}
     */
    void begin(int most, Duration stretch, Progress progress) throws InterruptedException {
        progress.checkpoint();
        long wait = tryBegin(most, stretch.toNanos());
        while (wait > 0) {
            ticks.rest(Duration.ofNanos(Math.min(wait, LOOK.toNanos())));
            progress.checkpoint();
            wait = tryBegin(most, stretch.toNanos());
        }
    }

    /** 0 when it has begun, else how long it is worth waiting, in ns. */
    private synchronized long tryBegin(int most, long stretch) {
        long now = ticks.nanos();
        if (going >= most) {
            return LOOK.toNanos();
        }
        long wait = Math.max(notBefore - now, untilFree(most, stretch << slower, now));
        if (wait > 0) {
            return wait;
        }
        going++;
        begun.addLast(now);
        if (begun.size() > Endpoint.MOST_AT_ONCE) {
            begun.removeFirst();
        }
        return 0;
    }

    private long untilFree(int most, long stretch, long now) {
        if (begun.size() < most) {
            return 0;
        }
        long[] latest = begun.stream().mapToLong(Long::longValue).toArray();
        return latest[latest.length - most] + stretch - now;
    }

    synchronized void end() {
        going--;
    }

    /** The server asked for fewer. */
    synchronized void slowDown(Duration wait) {
        notBefore = Math.max(notBefore, ticks.nanos() + wait.toNanos());
        slower = Math.min(MOST_SLOWER, slower + 1);
    }

    /** The server answered as it should. */
    synchronized void answered() {
        slower = Math.max(0, slower - 1);
    }
}
