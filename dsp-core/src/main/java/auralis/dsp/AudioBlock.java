package auralis.dsp;

import java.util.Arrays;

/**
 * A window on planar float samples: one plane per channel, of which the frames {@code from()} to
 * {@code to()} are meant. Full scale is ±1. Moving the window allocates nothing, so a block is made
 * once and used for a whole stream. Confined to one thread at a time.
 */
public final class AudioBlock {
    private final float[][] planes;
    private final int capacity;
    private int from;
    private int to;

    /** A silent block whose window is all of it. */
    public AudioBlock(int channels, int capacity) {
        if (channels < 1 || capacity < 0) {
            throw new IllegalArgumentException(channels + " channels of " + capacity + " frames");
        }
        this.planes = new float[channels][capacity];
        this.capacity = capacity;
        this.to = capacity;
    }

    private AudioBlock(float[][] planes) {
        this.planes = planes;
        this.capacity = planes[0].length;
        this.to = capacity;
    }

    /** A block over the given planes (of one length), which it shares with the caller. */
    public static AudioBlock of(float[]... planes) {
        for (float[] plane : planes) {
            if (plane.length != planes[0].length) {
                throw new IllegalArgumentException("planes of different length");
            }
        }
        return new AudioBlock(planes.clone());
    }

    public int channels() {
        return planes.length;
    }

    /** The number of frames the planes hold. */
    public int capacity() {
        return capacity;
    }

    /** All samples of a channel, inside and outside the window: shared, not a copy. */
    public float[] plane(int channel) {
        return planes[channel];
    }

    /** The first frame of the window. */
    public int from() {
        return from;
    }

    /** The frame behind the last one of the window. */
    public int to() {
        return to;
    }

    /** The length of the window. */
    public int frames() {
        return to - from;
    }

    /** Moves the window to {@code from <= frame < to}. */
    public AudioBlock window(int from, int to) {
        if (from < 0 || to < from || to > capacity) {
            throw new IllegalArgumentException("window " + from + ".." + to + " of " + capacity);
        }
        this.from = from;
        this.to = to;
        return this;
    }

    /** Moves the window to the first {@code frames} frames. */
    public AudioBlock first(int frames) {
        return window(0, frames);
    }

    /** Opens the window to the whole capacity. */
    public AudioBlock all() {
        return window(0, capacity);
    }

    /** Makes the window silent. */
    public void clear() {
        for (float[] plane : planes) {
            Arrays.fill(plane, from, to, 0f);
        }
    }

    /** Copies the window of a block with as many channels and frames into this window. */
    public void copyFrom(AudioBlock source) {
        if (source.channels() != channels() || source.frames() != frames()) {
            throw new IllegalArgumentException(
                    source.channels()
                            + "x"
                            + source.frames()
                            + " into "
                            + channels()
                            + "x"
                            + frames());
        }
        for (int c = 0; c < planes.length; c++) {
            System.arraycopy(source.planes[c], source.from, planes[c], from, frames());
        }
    }

    /** The largest absolute sample inside the window; NaN when one is in it. */
    public float peak() {
        float peak = 0;
        for (float[] plane : planes) {
            for (int i = from; i < to; i++) {
                peak = Math.max(peak, Math.abs(plane[i]));
            }
        }
        return peak;
    }

    /**
     * Makes samples of the window that are no numbers, or infinite, silent. They must not come this
     * far, but one that does would stay in every recursion for ever.
     */
    public void silenceNonFinite() {
        for (float[] plane : planes) {
            if (!isFinite(plane)) {
                for (int i = from; i < to; i++) {
                    plane[i] = Float.isFinite(plane[i]) ? plane[i] : 0f;
                }
            }
        }
    }

    /** Zero times anything finite is zero; four sums, because one would wait for each addition. */
    private boolean isFinite(float[] plane) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += plane[i] * 0f;
            b += plane[i + 1] * 0f;
            c += plane[i + 2] * 0f;
            d += plane[i + 3] * 0f;
        }
        for (; i < to; i++) {
            a += plane[i] * 0f;
        }
        return a + b + c + d == 0;
    }
}
