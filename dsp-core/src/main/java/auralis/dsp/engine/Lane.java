package auralis.dsp.engine;

import auralis.dsp.AudioBlock;

/**
 * The finished frames {@code from <= frame < end} of one side, of which the last {@code span} and
 * some more can be read.
 */
final class Lane {
    // ---- set before start
    final long from;
    final boolean mastered;

    // ---- shared: the renderer fills a place only when the reader is past what was there
    private final Chunk[] places;

    // ---- shared: the renderer writes it after the chunks, the reader reads it before them
    private volatile long end;

    // ---- shared: written by the renderer
    private volatile boolean draft;

    /**
     * @param frame lies in the first chunk
     * @param span how many frames before the end are kept at least
     */
    Lane(long frame, boolean mastered, int span) {
        this.from = Chunk.startOf(frame);
        this.mastered = mastered;
        this.places = new Chunk[span / Chunk.FRAMES + 2];
        this.end = from;
    }

    long end() {
        return end;
    }

    /** The first frame that can be read if any can. */
    long lowest() {
        long indexOfLast = Chunk.indexOf(end - 1);
        return Math.max(from, (indexOfLast - places.length + 1) * Chunk.FRAMES);
    }

    boolean isEmpty() {
        return end == from;
    }

    /** The index of the chunk to be appended next; there is none behind the last of a track. */
    long next() {
        return Chunk.indexOf(end);
    }

    /** Whether the last chunk of the track is in it. */
    boolean isEnded() {
        return end % Chunk.FRAMES != 0;
    }

    /** Whether it was rendered after a short pre-roll and another one follows. */
    boolean isDraft() {
        return draft;
    }

    /** Renderer only. */
    void draft(boolean draft) {
        this.draft = draft;
    }

    /** Finishes the frames of the next chunk. Renderer only. */
    void append(Chunk chunk) {
        places[place(chunk.index)] = chunk;
        end += chunk.frames;
    }

    /** Fills the window of the block with the frames from {@code frame} on. */
    void get(long frame, AudioBlock block) {
        long at = frame;
        for (int to = block.from(); to < block.to(); ) {
            Chunk chunk = chunk(at);
            int frames = (int) Math.min(block.to() - to, chunk.start() + chunk.frames - at);
            chunk.copy(at, block, to, frames);
            at += frames;
            to += frames;
        }
    }

    /** Whether the chunk that this frame is in is exact. */
    boolean exactAt(long frame) {
        return chunk(frame).exact;
    }

    /** The largest gain reduction of these frames and some beside them, in dB, 0 or more. */
    float reductionDb(long from, long to) {
        float largest = 0;
        for (long at = from; at < to; ) {
            Chunk chunk = chunk(at);
            long stop = Math.min(to, chunk.start() + chunk.frames);
            float reduction =
                    chunk.reductionDb((int) (at - chunk.start()), (int) (stop - chunk.start()));
            largest = Math.max(largest, reduction);
            at = stop;
        }
        return largest;
    }

    private Chunk chunk(long frame) {
        return places[place(Chunk.indexOf(frame))];
    }

    private int place(long index) {
        return (int) (index % places.length);
    }
}
