package auralis.app.play;

import java.util.Arrays;

/**
 * What the device was given last, of which track or silence in a gap, so that the frames it has not
 * played yet can be told as frames of the tracks. Output thread only.
 */
final class Backlog {
    /** Blocks of 10 ms: more than any device keeps. */
    private static final int BLOCKS = 256;

    private final int[] frames = new int[BLOCKS];
    private final Voice[] voice = new Voice[BLOCKS];
    private final Voice[] leaving = new Voice[BLOCKS];
    private int newest;

    /**
     * @param voice null for silence
     * @param leaving the track that is faded out meanwhile, or null
     */
    void add(int frames, Voice voice, Voice leaving) {
        newest = (newest + 1) % BLOCKS;
        this.frames[newest] = frames;
        this.voice[newest] = voice;
        this.leaving[newest] = leaving;
    }

    /** How many of the last {@code given} frames belong to the track. */
    long of(Voice wanted, long given) {
        long found = 0;
        long left = given;
        for (int i = 0; i < BLOCKS && left > 0; i++) {
            int block = (newest - i + BLOCKS) % BLOCKS;
            long part = Math.min(left, frames[block]);
            boolean counts = voice[block] == wanted || leaving[block] == wanted;
            found += counts ? part : 0;
            left -= part;
        }
        return found;
    }

    /** Lets go of everything. */
    void clear() {
        Arrays.fill(frames, 0);
        Arrays.fill(voice, null);
        Arrays.fill(leaving, null);
    }
}
