package auralis.library.model;

import auralis.dsp.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds out whether files are a model that can be run, and how; tries it. */
@FunctionalInterface
public interface Inspection {
    /**
     * What was found out.
     *
     * @param contract as JSON
     * @param makes what comes out of it, in words
     */
    record Findings(String contract, List<String> makes) {}

    /**
     * @param model a file, or the folder of several
     * @throws IOException with a sentence: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled
     */
    Findings inspect(Path model, Progress progress) throws IOException, InterruptedException;
}
