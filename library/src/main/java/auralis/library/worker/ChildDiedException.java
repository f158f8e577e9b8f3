package auralis.library.worker;

import java.io.IOException;

/** The process that did a task is no more, and nobody knows whether the task is to blame. */
public final class ChildDiedException extends IOException {
    private static final long serialVersionUID = 1;

    private final String cause;

    /**
     * @param cause what became of it: "died of SIGKILL"
     */
    ChildDiedException(String sentence, String cause) {
        super(sentence);
        this.cause = cause;
    }

    /** What became of it, to go on with after a name: "died of SIGKILL". */
    public String what() {
        return cause;
    }
}
