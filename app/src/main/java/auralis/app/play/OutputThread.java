package auralis.app.play;

import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that writes to the sound output, at the highest priority. It is told what to turn
 * by plain volatile fields and never waits for another thread.
 */
final class OutputThread {
    /** While frames are awaited: much shorter than what the device has in its buffer. */
    private static final long NAP_NANOS = 3_000_000;

    private static final long HAND_OVER_NANOS = 2_000_000_000;

    // ---- set before start
    private final Thread thread;

    // ---- shared: written by the player's thread
    private volatile Deck wanted;
    private volatile boolean playing;
    private volatile boolean closed;

    // ---- shared: written by the output thread
    private volatile Deck active;

    OutputThread() {
        thread = new Thread(this::run, "output");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /** Turns this deck, or none, from now on; returns when the one before is let go. */
    void load(Deck deck) {
        wanted = deck;
        LockSupport.unpark(thread);
        long deadline = System.nanoTime() + HAND_OVER_NANOS;
        // A device that hangs must not hang the player: after 2 s it is given up.
        while (active != deck && thread.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(NAP_NANOS / 10);
        }
    }

    void playing(boolean playing) {
        if (this.playing != playing) {
            this.playing = playing;
            LockSupport.unpark(thread);
        }
    }

    /** Has a look at the deck, because it was told to go elsewhere. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void close() {
        closed = true;
        load(null);
    }

    private void run() {
        while (!closed || active != null) {
            Deck deck = wanted;
            if (deck != active) {
                change(deck);
            }
            boolean play = playing;
            if (deck == null || !turn(deck, play)) {
                rest(deck != null && play);
            }
        }
    }

    /** A device that fails in a way it should not is treated as gone; the music goes on without. */
    private boolean turn(Deck deck, boolean play) {
        try {
            return deck.turn(play);
        } catch (RuntimeException e) {
            deck.abandon();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            return false;
        }
    }

    private void change(Deck deck) {
        if (active != null) {
            active.halt();
        }
        active = deck;
    }

    private void rest(boolean waiting) {
        if (waiting) {
            LockSupport.parkNanos(this, NAP_NANOS);
        } else {
            LockSupport.park(this);
        }
    }
}
