package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the meters listen: the output thread puts both sides of what it gives to the device in,
 * before match gain and volume, and {@link Meters} takes it out some moments later.
 *
 * <p>A ring for one writer and one reader, of about a second. Writing never waits, locks or
 * allocates: when nobody reads, what does not fit any more is dropped and counted.
 */
public final class MeterTap {
    /** Takes what was written, in order. */
    interface Listener {
        /** What is to come belongs to this track, and was rendered with this gain reduction. */
        void block(StreamFormat format, long track, int resets, double reductionDb);

        /** A part of it, both sides frame aligned; valid during the call. */
        void sound(AudioBlock original, AudioBlock mastered);
    }

    private static final double SECONDS = 1;

    /** Bounds the memory for high rates and many channels: samples of one side. */
    private static final int MAX_SAMPLES = 1 << 21;

    /** Of about 10 ms: more than a second has. */
    private static final int BLOCKS = 256;

    // ---- shared: anybody
    private final AtomicInteger resets = new AtomicInteger();

    // ---- shared: written by the player's thread
    private volatile Line line;

    // ---- shared: written by the output thread
    private volatile long dropped;

    /** Makes room for streams of a format, before the first of its blocks is written. */
    public void open(StreamFormat format) {
        Line now = line;
        if (now == null || !now.format.equals(format)) {
            line = new Line(format);
        }
    }

    /** Has the meters begin anew with what is written from now on: after a seek. */
    public void reset() {
        resets.incrementAndGet();
    }

    /**
     * Tells the meters what is about to be heard. Output thread only; what does not fit, or is not
     * of the format that was opened, is dropped.
     *
     * @param track of which it is; another number makes the meters begin anew
     * @param original window of as many frames as that of {@code mastered}
     * @param reductionDb the largest gain reduction inside the mastered block, in dB >= 0
     */
    public void write(long track, AudioBlock original, AudioBlock mastered, double reductionDb) {
        Line now = line;
        if (now == null || !now.put(track, resets.get(), original, mastered, reductionDb)) {
            dropped = dropped + 1;
        }
    }

    /** How many blocks found no room. */
    public long dropped() {
        return dropped;
    }

    /** How often {@link #reset} was called. */
    int resets() {
        return resets.get();
    }

    /**
     * Gives the listener all that is there. Reader only.
     *
     * @return whether there was anything
     */
    boolean drain(Listener listener) {
        Line now = line;
        return now != null && now.drain(listener);
    }

    /** The ring for one format. */
    private static final class Line {
        // ---- set before start
        private final StreamFormat format;
        private final int capacity;

        // ---- shared: handed over by the two counters of blocks
        private final AudioBlock original;
        private final AudioBlock mastered;
        private final long[] tracks = new long[BLOCKS];
        private final int[] epochs = new int[BLOCKS];
        private final int[] lengths = new int[BLOCKS];
        private final double[] reductions = new double[BLOCKS];

        // ---- shared: written by the output thread
        private volatile long written;

        // ---- shared: written by the reader
        private volatile long read;
        private volatile long framesRead;

        // ---- output thread only
        private long framesWritten;

        Line(StreamFormat format) {
            this.format = format;
            this.capacity = (int) Math.min(format.frames(SECONDS), MAX_SAMPLES / format.channels());
            this.original = new AudioBlock(format.channels(), capacity);
            this.mastered = new AudioBlock(format.channels(), capacity);
        }

        boolean put(
                long track,
                int epoch,
                AudioBlock originalIn,
                AudioBlock masteredIn,
                double reductionDb) {
            int frames = originalIn.frames();
            boolean fits =
                    written - read < BLOCKS
                            && framesWritten + frames - framesRead <= capacity
                            && originalIn.channels() == format.channels()
                            && masteredIn.channels() == format.channels()
                            && masteredIn.frames() == frames;
            if (!fits) {
                return false;
            }
            copy(originalIn, original);
            copy(masteredIn, mastered);
            framesWritten += frames;
            int at = (int) (written % BLOCKS);
            tracks[at] = track;
            epochs[at] = epoch;
            lengths[at] = frames;
            reductions[at] = reductionDb;
            written = written + 1;
            return true;
        }

        private void copy(AudioBlock in, AudioBlock ring) {
            int at = (int) (framesWritten % capacity);
            int first = Math.min(in.frames(), capacity - at);
            for (int c = 0; c < in.channels(); c++) {
                float[] from = in.plane(c);
                float[] to = ring.plane(c);
                System.arraycopy(from, in.from(), to, at, first);
                System.arraycopy(from, in.from() + first, to, 0, in.frames() - first);
            }
        }

        boolean drain(Listener listener) {
            long end = written;
            long next = read;
            boolean any = next < end;
            for (; next < end; next++) {
                int at = (int) (next % BLOCKS);
                listener.block(format, tracks[at], epochs[at], reductions[at]);
                give(listener, (int) (framesRead % capacity), lengths[at]);
                framesRead = framesRead + lengths[at];
                read = next + 1;
            }
            return any;
        }

        /** In two parts where it goes over the end of the ring. */
        private void give(Listener listener, int from, int frames) {
            int first = Math.min(frames, capacity - from);
            listener.sound(
                    original.window(from, from + first), mastered.window(from, from + first));
            if (first < frames) {
                int rest = frames - first;
                listener.sound(original.window(0, rest), mastered.window(0, rest));
            }
        }
    }
}
