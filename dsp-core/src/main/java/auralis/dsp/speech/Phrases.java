package auralis.dsp.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Phrases one after the other: the stretches of voice in a recording, or the lines of a text as
 * they sound. Positions count through them, with one position for the pause before each phrase and
 * one for that after the last. Immutable.
 */
public final class Phrases {
    private final Cepstra frames;

    /** Position of the pause before each phrase, and of the last one. */
    private final int[] pauses;

    /** The phrase at each position, or before it where there is a pause; -1 before the first. */
    private final int[] phraseAt;

    private Phrases(Cepstra frames, int[] lengths) {
        this.frames = frames.normalised();
        this.pauses = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            pauses[i + 1] = pauses[i] + 1 + lengths[i];
        }
        phraseAt = new int[frames.frames() + pauses.length];
        for (int i = 0; i < pauses.length; i++) {
            int to = i + 1 < pauses.length ? pauses[i + 1] : phraseAt.length;
            phraseAt[pauses[i]] = i - 1;
            Arrays.fill(phraseAt, pauses[i] + 1, to, i);
        }
    }

    public static Phrases of(List<Cepstra> phrases) {
        return new Phrases(
                Cepstra.join(phrases), phrases.stream().mapToInt(Cepstra::frames).toArray());
    }

    /** The number of positions: of frames and pauses. */
    public int positions() {
        return phraseAt.length;
    }

    public int phrases() {
        return pauses.length - 1;
    }

    /** The phrase at a position; the one before it where there is a pause, -1 before the first. */
    public int phrase(int position) {
        return phraseAt[position];
    }

    public boolean isPause(int position) {
        int phrase = phraseAt[position];
        return pauses[phrase + 1] == position;
    }

    /** The position of the pause before a phrase, or of the last pause. */
    public int pause(int before) {
        return pauses[before];
    }

    /** Which frame of its phrase a position is; not to be asked of pauses. */
    public int frame(int position) {
        return position - pauses[phraseAt[position]] - 1;
    }

    float distance(int position, Phrases other, int otherPosition) {
        return frames.distance(
                position - phraseAt[position] - 1,
                other.frames,
                otherPosition - other.phraseAt[otherPosition] - 1);
    }

    /** The same with so many frames of each phrase as one. */
    Phrases pooled(int of) {
        List<Cepstra> parts = new ArrayList<>();
        for (int i = 0; i < phrases(); i++) {
            int first = pauses[i] - i;
            parts.add(frames.part(first, pauses[i + 1] - i - 1).pooled(of));
        }
        return of(parts);
    }

    /** Where a position is when so many frames of each phrase are one. */
    int pooledPosition(int position, Phrases pooled, int of) {
        int phrase = phraseAt[position];
        return isPause(position)
                ? pooled.pauses[phrase + 1]
                : pooled.pauses[phrase] + 1 + frame(position) / of;
    }

    /** The first position of those that became one. */
    int firstOf(int pooledPosition, Phrases pooled, int of) {
        int phrase = pooled.phraseAt[pooledPosition];
        return pooled.isPause(pooledPosition)
                ? pauses[phrase + 1]
                : pauses[phrase] + 1 + pooled.frame(pooledPosition) * of;
    }
}
