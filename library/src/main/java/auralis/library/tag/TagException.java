package auralis.library.tag;

import java.io.IOException;

/** Tags that cannot be read or written, told in two halves of a sentence for the user. */
public final class TagException extends IOException {
    private final String remedy;

    TagException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    static TagException damaged() {
        return new TagException(
                "its structure is damaged", "Copy it again from where it came from.");
    }

    /** What to do, a sentence. */
    public String remedy() {
        return remedy;
    }
}
