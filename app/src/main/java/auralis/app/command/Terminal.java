package auralis.app.command;

/** What the program that started us knows of the terminal. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;

    private Terminal() {}

    /** Whether progress may redraw its line. */
    static boolean redraws() {
        return Boolean.getBoolean("auralis.terminal");
    }

    /** How many places a line of progress has. */
    static int columns() {
        return Integer.getInteger("auralis.columns", USUAL_COLUMNS);
    }

    /** How many places a line of an answer has; without end where no terminal shows it. */
    static int answerColumns() {
        return Integer.getInteger("auralis.answer.columns", Integer.MAX_VALUE);
    }
}
