package auralis.library.search;

/** A search that cannot be understood; the message says what would be. */
public final class QueryException extends Exception {
    private final int from;
    private final int to;

    /**
     * @param message sentences for the user
     * @param from where in the text the trouble starts
     * @param to where it ends, exclusive
     */
    QueryException(String message, int from, int to) {
        super(message);
        this.from = from;
        this.to = to;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }
}
