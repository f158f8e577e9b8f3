package auralis.app.play;

/** What the listener hears of a track. */
public enum Side {
    ORIGINAL,
    MASTERED;

    public Side other() {
        return this == ORIGINAL ? MASTERED : ORIGINAL;
    }
}
