package auralis.library.media;

import auralis.dsp.AudioSink;
import java.io.IOException;
import java.nio.file.Path;

/** A file of sound that is being written and gets its name only by {@link #commit()}. */
public interface MediaSink extends AudioSink {
    /**
     * Ends writing and answers what stands on the disk now, tags included. Read once from its start
     * to its end, it lets {@link #commit()} know whether it is what was written.
     */
    MediaSource reread() throws IOException;

    /** The file as it lies on the disk now, without its name. */
    Path part();
}
