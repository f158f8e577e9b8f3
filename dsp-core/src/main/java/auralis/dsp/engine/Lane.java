package auralis.dsp.engine;

import auralis.dsp.AudioBlock;

/** The finished frames {@code from <= frame < end} of one side, in a ring. */
final class Lane {
    // ---- set before start
    final Ring ring;
    final long from;
    final boolean mastered;

    // ---- shared: the renderer writes it after the frames, the reader reads it before them
    private volatile long end;

    Lane(Ring ring, long from, boolean mastered) {
        this.ring = ring;
        this.from = from;
        this.mastered = mastered;
        this.end = from;
    }

    long end() {
        return end;
    }

    /** Finishes the window of the block as the next frames. Renderer only. */
    void append(AudioBlock block) {
        ring.put(end, block);
        end += block.frames();
    }
}
