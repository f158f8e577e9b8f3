package auralis.dsp.engine;

/**
 * Where a chain may enter a track so that it sounds as if it came from the start: some stages
 * decide their gain once per hop, counted from the first frame that they are given, and all hops
 * divide this grid.
 */
final class StartGrid {
    private static final int FRAMES = 4096;

    private StartGrid() {}

    static long atOrBefore(long frame) {
        return frame / FRAMES * FRAMES;
    }

    /**
     * @param origin the first frame that a chain is given from the start; at most {@code frame}
     */
    static long atOrAfter(long frame, long origin) {
        return origin + atOrBefore(frame - origin + FRAMES - 1);
    }
}
