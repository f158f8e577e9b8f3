package auralis.dsp.engine;

import auralis.dsp.AudioBlock;

/**
 * Planar memory of the last {@code capacity} frames put at increasing positions of a track. Knows
 * nothing of threads: whoever shares it sees to it that nobody reads what is being overwritten.
 */
final class Ring {
    private final float[][] planes;
    private final int capacity;

    Ring(int channels, int capacity) {
        this.planes = new float[channels][capacity];
        this.capacity = capacity;
    }

    int capacity() {
        return capacity;
    }

    /** Keeps the window of the block as the frames from {@code frame} on. */
    void put(long frame, AudioBlock block) {
        int at = (int) (frame % capacity);
        int first = Math.min(block.frames(), capacity - at);
        for (int c = 0; c < planes.length; c++) {
            float[] plane = block.plane(c);
            System.arraycopy(plane, block.from(), planes[c], at, first);
            System.arraycopy(plane, block.from() + first, planes[c], 0, block.frames() - first);
        }
    }

    /** Fills the window of the block with the frames from {@code frame} on. */
    void get(long frame, AudioBlock block) {
        int at = (int) (frame % capacity);
        int first = Math.min(block.frames(), capacity - at);
        for (int c = 0; c < planes.length; c++) {
            float[] plane = block.plane(c);
            System.arraycopy(planes[c], at, plane, block.from(), first);
            System.arraycopy(planes[c], 0, plane, block.from() + first, block.frames() - first);
        }
    }
}
