package auralis.dsp;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where a stream comes from: frames of finite samples in order, from any position. One thread at a
 * time.
 */
public interface AudioSource extends Closeable {
    StreamFormat format();

    /** The exact length where the source knows it before the end was reached. */
    OptionalLong frames();

    /**
     * Fills the window of the block from its start.
     *
     * @return the frames delivered: less than the window only right before the end, -1 at the end
     * @throws IOException with a sentence for the user when the stream breaks off before its
     *     declared end
     */
    int read(AudioBlock block) throws IOException;

    /** Continues at exactly this frame; behind the end, reading answers -1. */
    void seek(long frame) throws IOException;

    /**
     * Places found so far that could not be decoded and were filled with silence of the same
     * length.
     */
    default List<Damage> damage() {
        return List.of();
    }
}
