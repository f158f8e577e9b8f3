package auralis.app.transcript;

import auralis.dsp.Progress;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the library holds about a file; called on workers. */
public interface Archive {
    /** What is kept. */
    Optional<Transcript> find(Path file) throws IOException;

    /** How it stands while it is being made; empty while it is not, or by another process. */
    Optional<Transcript> partial(Path file);

    void keep(Path file, Transcript transcript) throws IOException;

    /** As its tags tell it; empty where they do not. */
    String lyrics(Path file) throws IOException;

    /**
     * Lyrics with times, as LRC has them.
     *
     * @throws IOException with a sentence where they have none
     */
    Transcript timed(String lyrics) throws IOException;

    WaveformSummary waveform(Path file, Progress progress) throws IOException, InterruptedException;
}
