package auralis.library.job;

import auralis.dsp.Progress;
import java.io.IOException;

/** Does work. Called from several threads at once. */
@FunctionalInterface
public interface Worker {
    /**
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws TransientException when another attempt in a while may succeed
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    Outcome work(Work work, Assignment assignment) throws IOException, InterruptedException;

    /** Removes what an attempt left behind whose process was killed, when there is none to come. */
    default void cleanUp(Work work) throws IOException {}

    /** What a worker is given for one attempt at one piece of work. */
    interface Assignment {
        /** Where to tell how far the work is, and to ask whether it goes on. */
        Progress progress();

        /**
         * What an attempt remembered that ended before the job was known to be done, as JSON; empty
         * when there was none.
         */
        String remembered();

        /** Keeps what came of the work, as JSON, before its result becomes visible. */
        void remember(String result) throws IOException;
    }
}
