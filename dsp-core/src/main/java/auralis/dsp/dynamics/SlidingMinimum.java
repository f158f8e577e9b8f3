package auralis.dsp.dynamics;

/**
 * The smallest of the last {@code window} gains (0..1), in constant time per frame on average.
 *
 * <p>A queue of rising values: a new gain removes all larger ones in front of it, because they can
 * never be the minimum again (D. Lemire, "Streaming maximum-minimum filter using no more than three
 * comparisons per element", 2006). Gains of 1 are not kept at all: without limiting it is empty.
 */
final class SlidingMinimum {
    private final int window;
    private final int mask;
    private final double[] queue;
    private final long[] frames;
    private long frame;
    // Count of gains ever dropped from the front and ever appended at the back.
    private long head;
    private long tail;

    SlidingMinimum(int window) {
        this.window = window;
        int capacity = Integer.highestOneBit(window) * 2;
        this.mask = capacity - 1;
        this.queue = new double[capacity];
        this.frames = new long[capacity];
    }

    /** Replaces each gain by the smallest of the {@code window} ones that end with it. */
    void process(double[] gains, int frames) {
        for (int i = 0; i < frames; i++) {
            gains[i] = next(gains[i]);
        }
    }

    private double next(double gain) {
        if (head < tail && frame - frames[(int) head & mask] >= window) {
            head++;
        }
        if (gain < 1) {
            append(gain);
        }
        frame++;
        return head < tail ? queue[(int) head & mask] : 1;
    }

    private void append(double gain) {
        while (head < tail && queue[(int) (tail - 1) & mask] >= gain) {
            tail--;
        }
        queue[(int) tail & mask] = gain;
        frames[(int) tail & mask] = frame;
        tail++;
    }

    /** Whether all of the window is 1. */
    boolean isOpen() {
        return head == tail;
    }

    void reset() {
        frame = 0;
        head = 0;
        tail = 0;
    }
}
