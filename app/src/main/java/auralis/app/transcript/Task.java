package auralis.app.transcript;

/**
 * What the queue of work does about a track, or did last.
 *
 * @param state how far it is
 * @param words the same in words; why, where it failed
 * @param fraction 0..1
 */
public record Task(long id, State state, String words, double fraction) {
    /** There is none, or none that matters any more. */
    public static final Task NONE = new Task(-1, State.NONE, "", 0);

    /** How far it is. */
    public enum State {
        NONE,
        /** Waits, runs or is held. */
        GOES_ON,
        FAILED,
        DONE
    }

    boolean goesOn() {
        return state == State.GOES_ON;
    }
}
