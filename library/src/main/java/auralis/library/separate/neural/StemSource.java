package auralis.library.separate.neural;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * One stem as a stream: reading it makes the separation go on. All stems are read in step, because
 * the others are kept for those that lag. A mono stem is the mean of left and right.
 */
final class StemSource implements AudioSource {
    private final Segmentation segmentation;
    private final int stem;
    private final StreamFormat format;
    private long position;

    StemSource(Segmentation segmentation, int stem, StreamFormat format) {
        this.segmentation = segmentation;
        this.stem = stem;
        this.format = format;
    }

    /** Carries the interrupt through those who only know of failing streams. */
    static final class Cancelled extends IOException {
        private final InterruptedException interrupt;

        Cancelled(InterruptedException interrupt) {
            super(interrupt);
            this.interrupt = interrupt;
        }

        InterruptedException interrupt() {
            return interrupt;
        }
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public OptionalLong frames() {
        return OptionalLong.of(segmentation.frames());
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        long left = segmentation.frames() - position;
        if (left <= 0 && block.frames() > 0) {
            return -1;
        }
        int wanted = (int) Math.min(left, block.frames());
        int done = 0;
        while (done < wanted) {
            int count = (int) Math.min(wanted - done, segmentation.finished() - position);
            if (count > 0) {
                copy(block, block.from() + done, count);
                position += count;
                done += count;
            } else {
                proceed();
            }
        }
        segmentation.take(stem, position);
        return done;
    }

    private void proceed() throws IOException {
        try {
            segmentation.step();
        } catch (InterruptedException e) {
            throw new Cancelled(e);
        }
    }

    private void copy(AudioBlock block, int to, int count) {
        Stretch results = segmentation.results();
        int from = results.index(position);
        float[] left = results.plane(2 * stem);
        float[] right = results.plane(2 * stem + 1);
        if (format.channels() == 2) {
            System.arraycopy(left, from, block.plane(0), to, count);
            System.arraycopy(right, from, block.plane(1), to, count);
        } else {
            for (int i = 0; i < count; i++) {
                block.plane(0)[to + i] = (left[from + i] + right[from + i]) / 2;
            }
        }
    }

    /** To a frame that was not read yet. */
    @Override
    public void seek(long frame) {
        if (frame < position) {
            throw new IllegalArgumentException("frame " + frame + " is gone, at " + position);
        }
        position = frame;
    }

    @Override
    public void close() {
        // Nothing is its own.
    }
}
