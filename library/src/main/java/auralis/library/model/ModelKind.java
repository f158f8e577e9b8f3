package auralis.library.model;

import java.util.Locale;

/** What a model is for. */
public enum ModelKind {
    SEPARATION,
    TRANSCRIPTION;

    /** The name of its folder, and the word for it in answers of commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
