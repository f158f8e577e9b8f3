package auralis.app.play;

import java.io.IOException;

/** What went wrong, in a sentence for the user. */
final class Failures {
    private Failures() {}

    /** Whatever is an I/O error tells the file and what to do by itself. */
    static String sentence(PlayItem item, Exception e) {
        if (e instanceof IOException && e.getMessage() != null) {
            return e.getMessage();
        }
        return item.file().getFileName()
                + ": cannot be decoded ("
                + reason(e)
                + "). Try another copy of the file.";
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
