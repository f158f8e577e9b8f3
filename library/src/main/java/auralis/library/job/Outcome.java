package auralis.library.job;

/** How work ended that did not fail. */
public sealed interface Outcome {
    /**
     * @param result what came of it, as JSON; empty when there is nothing to tell
     */
    record Done(String result) implements Outcome {}

    /**
     * @param reason why there was nothing to do, as a sentence
     */
    record Skipped(String reason) implements Outcome {}
}
