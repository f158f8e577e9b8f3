package auralis.library.separate;

import auralis.dsp.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Takes files apart, in this process or in another. Any thread. */
@FunctionalInterface
interface Engine {
    /**
     * @param folder there and empty; gets the stems and their index
     * @throws IOException with a sentence for the user
     * @throws InterruptedException when cancelled
     */
    void separate(Path source, Path folder, Progress progress)
            throws IOException, InterruptedException;
}
