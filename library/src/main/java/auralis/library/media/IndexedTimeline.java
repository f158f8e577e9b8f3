package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * The time line of a container whose time stamps are too coarse to tell a frame (milliseconds in
 * Matroska and Flash, 90 kHz in MPEG streams): all packets are listed once and their lengths
 * summed. Behind a seek, packets are found again by their time stamp and counted from there.
 */
final class IndexedTimeline implements Timeline {
    /** A time stamp that far behind the sum means that something is missing, in milliseconds. */
    private static final int GAP_MS = 100;

    /** A leap that is longer than this is taken for a damaged time stamp, in milliseconds. */
    private static final int MAX_GAP_MS = 30_000;

    private final double framesPerUnit;
    private final int sampleRate;
    private final BitSet gaps = new BitSet();
    private long[] stamps = new long[1024];
    private long[] starts = new long[1024 + 1];
    private int count;
    private boolean ordered = true;
    private double drift;
    private int next;

    IndexedTimeline(FfmpegInput input, int sampleRate) {
        this.sampleRate = sampleRate;
        this.framesPerUnit =
                (double) input.timeBaseNumerator() * sampleRate / input.timeBaseDenominator();
    }

    /** Lists a packet of the first pass. */
    void append(AVPacket packet, int frames) {
        if (count == stamps.length) {
            stamps = Arrays.copyOf(stamps, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count + 1);
        }
        long stamp = packet.pts();
        ordered &= stamp != AV_NOPTS_VALUE() && (count == 0 || stamp > stamps[count - 1]);
        if (stamp != AV_NOPTS_VALUE()) {
            starts[count] += missingBefore(stamp);
        }
        stamps[count] = stamp;
        starts[count + 1] = starts[count] + frames;
        count++;
    }

    private long missingBefore(long stamp) {
        double late = stamp * framesPerUnit - starts[count] - drift;
        if (count > 0 && late > frames(GAP_MS) && late < frames(MAX_GAP_MS)) {
            gaps.set(count);
            return Math.round(late);
        }
        // Small deviations are rounding and slow clocks; they must not add up to a gap.
        drift += late;
        return 0;
    }

    private long frames(int ms) {
        return (long) sampleRate * ms / 1000;
    }

    /** The frame behind the last packet. */
    long length() {
        return starts[count];
    }

    int packets() {
        return count;
    }

    /** Replaces the lengths of all packets, and with them the places. */
    void lengths(int[] frames) {
        gaps.clear();
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + frames[i];
        }
    }

    /** Corrects the length of all packets by a factor. */
    void stretch(int factor) {
        for (int i = 0; i <= count; i++) {
            starts[i] *= factor;
        }
    }

    @Override
    public boolean locate(AVPacket packet) {
        if (next < 0 && ordered) {
            next = Arrays.binarySearch(stamps, 0, count, packet.pts());
        }
        if (next < 0 || next >= count) {
            return false;
        }
        next++;
        return true;
    }

    @Override
    public long start() {
        return starts[next - 1];
    }

    @Override
    public long end() {
        return gaps.get(next) ? start() : starts[next];
    }

    @Override
    public boolean gap() {
        return gaps.get(next - 1);
    }

    @Override
    public void restart() {
        next = 0;
    }

    @Override
    public void jump() {
        next = -1;
    }

    @Override
    public OptionalLong timestamp(long frame) {
        if (!ordered || count == 0) {
            return OptionalLong.empty();
        }
        int found = Arrays.binarySearch(starts, 0, count, frame);
        return OptionalLong.of(stamps[found >= 0 ? found : Math.max(0, -found - 2)]);
    }

    @Override
    public boolean stamped() {
        return false;
    }
}
