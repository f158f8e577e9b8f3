package auralis.library.job;

import java.io.IOException;

/** A failure that may be gone in a while: a network that does not answer, a file in use. */
public final class TransientException extends IOException {
    private static final long serialVersionUID = 1;

    public TransientException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
