package auralis.dsp.engine;

import auralis.dsp.AudioBlock;

/**
 * A finished stretch of one side of a track, never changed again, so that any thread may read it
 * and a cache may keep it. Only the last one of a track is shorter than the others.
 */
final class Chunk {
    /** A multiple of all hops of a chain, see {@link StartGrid}; 93 ms at 44.1 kHz. */
    static final int FRAMES = 4096;

    /** For so many frames one gain reduction is kept. */
    static final int HOP_FRAMES = 1024;

    private static final int OBJECT_BYTES = 256;

    /** This is the how many-th chunk of its track. */
    final long index;

    final int frames;

    /** Whether it is bit for bit what a run from the first frame of the track gives. */
    final boolean exact;

    private final float[][] planes;
    private final float[] reductionsDb;

    /**
     * @param planes {@link #FRAMES} long, not to be written any more
     * @param reductionsDb one for each hop; none of a side that nothing reduces
     */
    Chunk(long index, int frames, boolean exact, float[][] planes, float... reductionsDb) {
        this.index = index;
        this.frames = frames;
        this.exact = exact;
        this.planes = planes;
        this.reductionsDb = reductionsDb;
    }

    static long indexOf(long frame) {
        return frame / FRAMES;
    }

    /** The first frame of the chunk that this frame is in. */
    static long startOf(long frame) {
        return indexOf(frame) * FRAMES;
    }

    long start() {
        return index * FRAMES;
    }

    /** Whether the track ends with it. */
    boolean isLast() {
        return frames < FRAMES;
    }

    long bytes() {
        return OBJECT_BYTES + (long) planes.length * FRAMES * Float.BYTES;
    }

    /**
     * Fills {@code frames} frames of a block, from {@code to} on, with those from {@code frame}.
     */
    void copy(long frame, AudioBlock block, int to, int frames) {
        int at = (int) (frame - start());
        for (int c = 0; c < planes.length; c++) {
            System.arraycopy(planes[c], at, block.plane(c), to, frames);
        }
    }

    /** The largest reduction of the hops that hold these frames of the chunk, in dB, 0 or more. */
    float reductionDb(int from, int to) {
        float largest = 0;
        int last = Math.min(reductionsDb.length, (to + HOP_FRAMES - 1) / HOP_FRAMES);
        for (int hop = from / HOP_FRAMES; hop < last; hop++) {
            largest = Math.max(largest, reductionsDb[hop]);
        }
        return largest;
    }
}
