package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.Closeable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The meters of what is heard, original and mastered at once: a thread takes what is in a {@link
 * MeterTap} 30 times a second and publishes a {@link MeterReading}. While nobody looks, or nothing
 * plays, it sleeps and costs nothing.
 *
 * <p>What adds up over a track (integrated loudness, range, largest peak, overs) begins anew with
 * another track, after {@link #reset}, and after a gap that the meters slept through.
 */
public final class Meters implements Closeable {
    private static final long LOOK_NANOS = 33_000_000;
    private static final double REDUCTION_HOLD_SECONDS = 1;
    private static final int PRIORITY = Thread.NORM_PRIORITY - 1;

    // ---- set before start
    private final MeterTap tap;
    private final Thread thread;

    // ---- shared: written by who looks
    private final AtomicInteger clearings = new AtomicInteger();
    private volatile double ceilingDbtp;
    private volatile boolean active;
    private volatile boolean closed;

    // ---- shared: written by the meter thread
    private volatile MeterReading reading = MeterReading.NONE;

    // ---- meter thread only
    private final HeldLevel reduction = new HeldLevel(0, REDUCTION_HOLD_SECONDS);
    private StreamFormat format;
    private SideMeters original;
    private SideMeters mastered;
    private long track;
    private int resets;
    private int cleared;
    private long dropped;
    private double blockReductionDb;
    private long frame;
    private long step;

    private final MeterTap.Listener measure =
            new MeterTap.Listener() {
                @Override
                public void block(
                        StreamFormat blockFormat, long of, int resetsThen, double reductionDb) {
                    begin(blockFormat, of, resetsThen);
                    blockReductionDb = reductionDb;
                }

                @Override
                public void sound(AudioBlock originalPart, AudioBlock masteredPart) {
                    process(originalPart, masteredPart);
                }
            };

    private final MeterTap.Listener skip =
            new MeterTap.Listener() {
                @Override
                public void block(StreamFormat of, long number, int resetsThen, double db) {}

                @Override
                public void sound(AudioBlock originalPart, AudioBlock masteredPart) {}
            };

    public Meters(MeterTap tap) {
        this(tap, false);
    }

    Meters(MeterTap tap, boolean active) {
        this.tap = tap;
        this.active = active;
        this.dropped = tap.dropped();
        this.thread = new Thread(this::run, "meters");
        thread.setDaemon(true);
        thread.setPriority(PRIORITY);
    }

    // ---- any thread

    /** The newest reading; another object when it changed. */
    public MeterReading reading() {
        return reading;
    }

    /** Measures, or sleeps: at first it sleeps. */
    public synchronized void active(boolean now) {
        active = now;
        if (now && thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        wake();
    }

    /** Over what a peak is an over, in dBTP; 0 at first. */
    public void ceiling(double dbtp) {
        ceilingDbtp = dbtp;
    }

    /** Begins anew. */
    public void reset() {
        tap.reset();
        wake();
    }

    /** Sets the number of overs of both sides to 0. */
    public void clearOvers() {
        clearings.incrementAndGet();
        wake();
    }

    /** Ends the thread, a moment later. */
    @Override
    public void close() {
        closed = true;
        wake();
    }

    private void wake() {
        LockSupport.unpark(thread);
    }

    // ---- meter thread only

    private void run() {
        while (!closed) {
            look();
            if (active) {
                LockSupport.parkNanos(this, LOOK_NANOS);
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Measures what arrived and publishes a reading when there is anything new. */
    void look() {
        boolean changed = followClearing();
        if (active && missedSome()) {
            tap.drain(skip);
            restart();
        }
        if (active && tap.drain(measure)) {
            changed = true;
        } else if (resets != tap.resets()) {
            resets = tap.resets();
            restart();
            changed = true;
        }
        if (changed && original != null) {
            publish();
        }
    }

    private boolean followClearing() {
        int wanted = clearings.get();
        boolean changed = cleared != wanted;
        if (changed && original != null) {
            original.clearOvers();
            mastered.clearOvers();
        }
        cleared = wanted;
        return changed;
    }

    private boolean missedSome() {
        long droppedBefore = dropped;
        dropped = tap.dropped();
        return dropped != droppedBefore;
    }

    private void publish() {
        reading =
                new MeterReading(
                        reading.number() + 1,
                        track,
                        original.reading(),
                        mastered.reading(),
                        reduction.level(),
                        reduction.held());
    }

    private void begin(StreamFormat blockFormat, long of, int resetsThen) {
        if (!blockFormat.equals(format)) {
            format = blockFormat;
            original = new SideMeters(format);
            mastered = new SideMeters(format);
            restart();
        } else if (of != track || resetsThen != resets) {
            restart();
        }
        track = of;
        resets = resetsThen;
    }

    private void restart() {
        frame = 0;
        step = 0;
        reduction.reset();
        if (original != null) {
            original.reset();
            mastered.reset();
        }
    }

    /** Cuts the stream into steps of 10 ms, so that no reading depends on the blocks. */
    private void process(AudioBlock originalPart, AudioBlock masteredPart) {
        int end = originalPart.to();
        for (int at = originalPart.from(); at < end; ) {
            long stepEnd = (step + 1) * format.sampleRate() / SideMeters.STEPS_PER_SECOND;
            int to = (int) Math.min(end, at + (stepEnd - frame));
            original.process(originalPart.window(at, to));
            mastered.process(masteredPart.window(at, to));
            frame += to - at;
            at = to;
            if (frame == stepEnd) {
                endStep();
            }
        }
    }

    private void endStep() {
        step++;
        original.step(ceilingDbtp);
        mastered.step(ceilingDbtp);
        reduction.step(blockReductionDb);
    }
}
