package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** The time line of a container whose time stamps count frames. */
final class StampedTimeline implements Timeline {
    private final long framesNumerator;
    private final long framesDenominator;
    private long start;
    private long end;

    /** A time stamp of 1 is {@code numerator / denominator} frames, one of them being 1. */
    private StampedTimeline(long numerator, long denominator) {
        this.framesNumerator = numerator;
        this.framesDenominator = denominator;
    }

    /** The time line of such a container; null when its time stamps do not tell the frame. */
    static StampedTimeline of(FfmpegInput input, int sampleRate) {
        if (!input.hasExactStamps()) {
            return null;
        }
        long frames = (long) input.timeBaseNumerator() * sampleRate;
        long unit = input.timeBaseDenominator();
        if (frames % unit == 0) {
            return new StampedTimeline(frames / unit, 1);
        }
        return unit % frames == 0 ? new StampedTimeline(1, unit / frames) : null;
    }

    @Override
    public boolean locate(AVPacket packet) {
        if (packet.pts() == AV_NOPTS_VALUE()) {
            return false;
        }
        long before = start;
        start = frames(packet.pts());
        // Where packets are of one length, some containers do not tell it.
        long length = packet.duration() > 0 ? frames(packet.duration()) : start - before;
        end = start + Math.max(0, length);
        return true;
    }

    /** The frame of a time stamp. */
    long frames(long stamp) {
        return Math.floorDiv(stamp * framesNumerator, framesDenominator);
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public boolean gap() {
        return false;
    }

    @Override
    public void restart() {}

    @Override
    public void jump() {}

    @Override
    public OptionalLong timestamp(long frame) {
        return OptionalLong.of(Math.floorDiv(frame * framesDenominator, framesNumerator));
    }

    @Override
    public boolean stamped() {
        return true;
    }
}
