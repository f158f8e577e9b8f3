package auralis.app.platform;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.Closeable;

/**
 * An open device that plays frames in order. One thread at a time; nothing here throws, because the
 * caller is the output thread, which must go on.
 */
public interface SoundOutput extends Closeable {
    /** What to call it in front of the user. */
    String name();

    StreamFormat format();

    /** Bits of a sample as the device takes them: 16, 24 or 32, of which a float fills 24. */
    int bitDepth();

    /** Whether anybody can hear it. */
    default boolean audible() {
        return true;
    }

    /**
     * Why nobody can hear it or, when it is audible, why it is not what was chosen, as a sentence
     * for the user: "Speakers is not connected; playing on the system default." Else empty.
     */
    default String problem() {
        return "";
    }

    /**
     * Plays the window of the block after what was written before; starts when it was stopped and
     * waits until there is room. Samples should lie on the grid of {@link #bitDepth()}; others are
     * rounded, and what exceeds full scale is clipped.
     *
     * @return the frames taken: fewer than given when the device is gone for good
     */
    int write(AudioBlock block);

    /** How many frames were written since it was opened, less those that {@link #stop} dropped. */
    long written();

    /** How many of them were heard. */
    long position();

    /** Waits until all that was written is heard. */
    void drain();

    /** Falls silent at once and drops what was not heard yet. */
    void stop();

    @Override
    void close();
}
