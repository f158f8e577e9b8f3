package auralis.library.score;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;

/** Cuts a stream into cells of equal time, however it comes in blocks; never drifts. */
final class Cells {
    /** What is done with the pieces of the cells. */
    interface Reader {
        /** Frames {@code from <= i < to} of the block belong to the cell at hand. */
        void read(AudioBlock block, int from, int to);

        /** The cell is full. */
        void end();
    }

    private final int sampleRate;
    private final int perSecond;
    private long frame;
    private long cell;

    Cells(StreamFormat format, int perSecond) {
        this.sampleRate = format.sampleRate();
        this.perSecond = perSecond;
    }

    void process(AudioBlock block, Reader reader) {
        for (int at = block.from(); at < block.to(); ) {
            long end = (cell + 1) * sampleRate / perSecond;
            int to = (int) Math.min(block.to(), at + (end - frame));
            reader.read(block, at, to);
            frame += to - at;
            at = to;
            if (frame == end) {
                cell++;
                reader.end();
            }
        }
    }
}
