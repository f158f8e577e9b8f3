package auralis.library.tag;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A run of bytes of a file that is being put together. */
interface Piece {
    /** The number of bytes. */
    long length();

    void writeTo(WritableByteChannel out) throws IOException;
}
