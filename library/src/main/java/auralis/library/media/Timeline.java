package auralis.library.media;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Where the packets of a stream lie in frames, counted from an origin that belongs to the stream.
 */
interface Timeline {
    /** Looks at the next packet; false when its place is not known. */
    boolean locate(AVPacket packet);

    /** The frame at which the packet just located starts. */
    long start();

    /** The frame behind the packet just located. */
    long end();

    /** Whether the container says that sound is missing before the packet just located. */
    boolean gap();

    /** The packets to come are those from the start of the file. */
    void restart();

    /** The packets to come are those behind a seek. */
    void jump();

    /** The time stamp to seek to so that the packets to come start at or before a frame. */
    OptionalLong timestamp(long frame);

    /** Whether the container's own time stamps count frames. */
    boolean stamped();
}
