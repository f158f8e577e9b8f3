package auralis.library.media;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Numbers packets, so that decoded frames tell which packet they came with. */
final class OrdinalTimeline implements Timeline {
    /** Packets are so far apart that trimming at the start of one does not lead into the next. */
    private static final int SHIFT = 24;

    private long packets;

    /** The number of the packet, counted from 0, that a frame lies in. */
    static int packet(long frame) {
        return (int) (frame >> SHIFT);
    }

    @Override
    public boolean locate(AVPacket packet) {
        packets++;
        return true;
    }

    @Override
    public long start() {
        return packets - 1 << SHIFT;
    }

    @Override
    public long end() {
        return start();
    }

    @Override
    public boolean gap() {
        return false;
    }

    @Override
    public void restart() {
        packets = 0;
    }

    @Override
    public void jump() {
        throw new IllegalStateException("packets are numbered from the first on");
    }

    @Override
    public OptionalLong timestamp(long frame) {
        return OptionalLong.empty();
    }

    @Override
    public boolean stamped() {
        return false;
    }
}
