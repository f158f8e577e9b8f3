package auralis.app.export;

import auralis.dsp.Progress;
import auralis.dsp.master.Preset;
import java.io.IOException;
import java.nio.file.Path;

/** Masters a file into a folder; called on workers. */
@FunctionalInterface
public interface FileMaster {
    /**
     * @param inAlbum whether as a part of its album, whose differences stay
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    void master(Path source, Path folder, Preset preset, boolean inAlbum, Progress progress)
            throws IOException, InterruptedException;
}
