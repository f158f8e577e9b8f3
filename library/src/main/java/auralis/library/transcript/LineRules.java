package auralis.library.transcript;

/**
 * How much text is shown at once.
 *
 * @param maxCharacters of a line, 1 or more
 * @param maxLines at once, 1 or more
 */
public record LineRules(int maxCharacters, int maxLines) {
    /** As broadcasters have it. */
    public static final LineRules USUAL = new LineRules(42, 2);

    public LineRules {
        if (maxCharacters < 1 || maxLines < 1) {
            throw new IllegalArgumentException(maxLines + " lines of " + maxCharacters);
        }
    }
}
