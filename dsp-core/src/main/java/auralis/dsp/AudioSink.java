package auralis.dsp;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where a stream goes. Closing without {@link #commit()} leaves nothing behind. One thread at a
 * time.
 */
public interface AudioSink extends Closeable {
    /** Appends the window of the block and leaves the block as it was. */
    void write(AudioBlock block) throws IOException;

    /**
     * Completes the stream and makes it visible under its name; the last call before {@link
     * #close()}.
     */
    void commit() throws IOException;
}
