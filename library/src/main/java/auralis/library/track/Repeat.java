package auralis.library.track;

/** What comes after the last track of a list. */
public enum Repeat {
    OFF,
    ALL,
    /** The track itself, again and again. */
    ONE;

    /** The next in the order in which a button goes through them. */
    public Repeat next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
