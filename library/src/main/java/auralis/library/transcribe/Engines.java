package auralis.library.transcribe;

import auralis.library.transcribe.engine.Recogniser;
import java.io.IOException;

/** Finds who listens for settings that need somebody. */
@FunctionalInterface
public interface Engines {
    /**
     * @return to be closed by who asked
     * @throws IOException with a sentence when there is no such model, or no server is chosen
     */
    Recogniser open(TranscriptionSettings settings) throws IOException;
}
