package auralis.app.play;

/**
 * What the device was given last, music or silence in a gap, so that the frames it has not played
 * yet can be told as frames of the track. Output thread only.
 */
final class Backlog {
    /** Blocks of 10 ms: more than any device keeps. */
    private static final int BLOCKS = 256;

    private final int[] frames = new int[BLOCKS];
    private final boolean[] music = new boolean[BLOCKS];
    private int newest;

    void add(int frames, boolean music) {
        newest = (newest + 1) % BLOCKS;
        this.frames[newest] = frames;
        this.music[newest] = music;
    }

    /** How many of the last {@code given} frames belong to the track. */
    long music(long given) {
        long found = 0;
        long left = given;
        for (int i = 0; i < BLOCKS && left > 0; i++) {
            int block = (newest - i + BLOCKS) % BLOCKS;
            long part = Math.min(left, frames[block]);
            found += music[block] ? part : 0;
            left -= part;
        }
        return found;
    }
}
