package auralis.library.separate.neural;

import java.util.Arrays;

/**
 * The stretch of a stream that is in memory: it grows at its end and is forgotten at its beginning.
 * Its room grows to what is needed at once and no further, however long the stream is.
 */
final class Stretch {
    /** Room is made in these steps, so that it is soon enough. */
    private static final int STEP = 4096;

    private final float[][] planes;

    /** The frame at index 0. */
    private long start;

    private long end;

    /** What lies before is needed no more. */
    private long needed;

    Stretch(int channels, int capacity) {
        planes = new float[channels][capacity];
    }

    int channels() {
        return planes.length;
    }

    int capacity() {
        return planes[0].length;
    }

    /** The frame behind the last one. */
    long end() {
        return end;
    }

    /** The first frame that is surely there. */
    long needed() {
        return needed;
    }

    float[] plane(int channel) {
        return planes[channel];
    }

    /** Where a frame lies in the planes, until the next call that grows the stretch. */
    int index(long frame) {
        if (frame < needed || frame > end) {
            throw new IllegalArgumentException(frame + " of " + needed + ".." + end);
        }
        return (int) (frame - start);
    }

    /** Forgets what lies before a frame. */
    void forget(long before) {
        needed = Math.max(needed, Math.min(before, end));
    }

    /** Appends silence up to a frame. */
    void extend(long to) {
        if (to <= end) {
            return;
        }
        if (to - start > capacity()) {
            makeRoom(Math.toIntExact(to - needed));
        }
        for (float[] plane : planes) {
            Arrays.fill(plane, (int) (end - start), (int) (to - start), 0);
        }
        end = to;
    }

    private void makeRoom(int length) {
        int from = (int) (needed - start);
        int kept = (int) (end - needed);
        for (int c = 0; c < planes.length; c++) {
            float[] room = planes[c];
            if (length > room.length) {
                room = new float[(length + STEP - 1) / STEP * STEP];
            }
            System.arraycopy(planes[c], from, room, 0, kept);
            planes[c] = room;
        }
        start = needed;
    }

    /** Is empty, at a frame. */
    void restart(long frame) {
        start = frame;
        end = frame;
        needed = frame;
    }
}
