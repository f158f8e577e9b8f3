package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Takes files apart, in this process or in another. Any thread. */
interface Engine {
    /** Another one for each that makes other stems by the same settings. */
    String identity();

    /** What it separates. */
    List<Stem> stems();

    /**
     * @param folder there and empty; gets the stems and their index
     * @throws IOException with a sentence for the user
     * @throws InterruptedException when cancelled
     */
    void separate(Path source, Path folder, Progress progress)
            throws IOException, InterruptedException;
}
