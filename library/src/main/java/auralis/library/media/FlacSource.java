package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.ChannelLayout;
import auralis.dsp.Damage;
import auralis.dsp.DamageLog;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A FLAC file. Each frame carries its place in the stream and two checksums, so the frames are
 * found one by one: what is damaged between intact ones becomes silence of the same length, junk
 * behind the last one is never looked at, and a position is found by halving the file.
 */
final class FlacSource implements MediaSource {
    /** jFLAC computes in 32 bits; the difference channel of 32-bit sound needs 33. */
    private static final int MAX_BIT_DEPTH = 24;

    /** How much is tried in vain, in bytes, before a file counts as beyond repair. */
    private static final long MAX_WASTED_BYTES = 1 << 25;

    /** A position is searched down to this many bytes, and decoded from there. */
    private static final int NEAR_BYTES = 1 << 15;

    private final Path file;
    private final FileChannel channel;
    private final FlacHeader header;
    private final MediaFormat media;
    private final ByteWindow bytes;
    private final FlacFrameDecoder decoder;
    private final DamageLog damage = new DamageLog();
    private final float scale;
    private final long total;

    /** What is at hand: silence from gapStart, then the decoded block from blockStart. */
    private long gapStart;

    private long blockStart;
    private long blockEnd;

    /** Where in the file to look for the frame that goes on at blockEnd. */
    private long fileAt;

    private long position;
    private long wastedBytes;

    private FlacSource(Path file, FileChannel channel, FlacHeader header) throws IOException {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.bytes = new ByteWindow(channel);
        this.decoder = new FlacFrameDecoder(header, bytes);
        this.scale = 1f / (1 << header.bitDepth() - 1);
        this.media =
                new MediaFormat(
                        "flac",
                        new StreamFormat(
                                header.sampleRate(), ChannelLayout.ofCount(header.channels())),
                        OptionalInt.of(header.bitDepth()));
        this.total = header.totalFrames() > 0 ? header.totalFrames() : endOfLastFrame();
        this.fileAt = header.firstFrame();
    }

    static MediaSource open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            FlacHeader header = FlacHeader.read(file, channel);
            if (header.bitDepth() > MAX_BIT_DEPTH) {
                channel.close();
                return Media.ffmpeg(file);
            }
            if (header.sampleRate() < StreamFormat.MIN_SAMPLE_RATE || header.bitDepth() < 4) {
                throw new MediaException(file, "its header is damaged", ReadFault.COPY_AGAIN);
            }
            return new FlacSource(file, channel, header);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public MediaFormat media() {
        return media;
    }

    @Override
    public OptionalLong frames() {
        return OptionalLong.of(total);
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        if (block.channels() != header.channels()) {
            throw new IllegalArgumentException(
                    block.channels() + " channels asked of " + header.channels());
        }
        if (position >= total) {
            return -1;
        }
        int wanted = (int) Math.min(block.frames(), total - position);
        int done = 0;
        while (done < wanted && (position < blockEnd || loadUpTo(position))) {
            done += deliver(block, block.from() + done, wanted - done);
        }
        if (done == 0 && wanted > 0) {
            throw ReadFault.endsEarly(file, format().seconds(blockEnd));
        }
        return done;
    }

    @Override
    public void seek(long frame) throws IOException {
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame);
        }
        position = frame;
        boolean near = frame >= gapStart && frame < blockEnd + header.maxBlockSize();
        if (!near && frame < total) {
            goNear(frame);
        }
    }

    @Override
    public List<Damage> damage() {
        return damage.all();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Copies silence or decoded samples, whichever the position is in. */
    private int deliver(AudioBlock block, int to, int frames) {
        boolean silent = position < blockStart;
        int count = (int) Math.min(frames, (silent ? blockStart : blockEnd) - position);
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            if (silent) {
                Arrays.fill(plane, to, to + count, 0f);
            } else {
                int[] samples = decoder.samples(c);
                int from = (int) (position - blockStart);
                for (int i = 0; i < count; i++) {
                    plane[to + i] = samples[from + i] * scale;
                }
            }
        }
        position += count;
        return count;
    }

    /** Decodes on until the frame is at hand; false when the file ends before. */
    private boolean loadUpTo(long frame) throws IOException {
        while (frame >= blockEnd) {
            if (!loadBlock()) {
                return false;
            }
        }
        return true;
    }

    /** Decodes the next intact frame; what is missing before it is silence. */
    private boolean loadBlock() throws IOException {
        long expected = blockEnd;
        for (long at = find(fileAt); at >= 0; at = find(at + 1)) {
            FlacFrameHeader frame = FlacFrameHeader.read(bytes, at, header);
            if (frame.sample() < expected || frame.sample() >= total) {
                continue;
            }
            boolean decoded =
                    FlacFrameCheck.mayBeIntact(bytes, at, frame, header)
                            && decoder.decode(at, frame.maxBytes(header));
            if (decoded) {
                return take(frame.sample(), frame.sample() + frame.blockSize(), decoder.end());
            }
            waste(Math.min(bytes.size() - at, frame.maxBytes(header)));
        }
        return false;
    }

    private boolean take(long start, long end, long behind) {
        gapStart = blockEnd;
        blockStart = start;
        blockEnd = Math.min(end, total);
        fileAt = behind;
        wastedBytes = 0;
        if (blockStart > gapStart) {
            damage.add(gapStart, blockStart - gapStart);
        }
        return true;
    }

    private void waste(long count) throws MediaException {
        wastedBytes += count;
        if (wastedBytes > MAX_WASTED_BYTES) {
            throw new MediaException(
                    file,
                    "the sound is damaged beyond repair from "
                            + ReadFault.clock(format().seconds(blockEnd))
                            + " on",
                    ReadFault.COPY_AGAIN);
        }
    }

    private long find(long from) throws IOException {
        return FlacFrameHeader.find(bytes, from, bytes.size(), header);
    }

    /** Goes to a frame not far before a position, found by halving the file. */
    private void goNear(long target) throws IOException {
        long low = header.firstFrame();
        long high = bytes.size();
        long sample = 0;
        while (high - low > NEAR_BYTES) {
            long middle = low + (high - low) / 2;
            long at = findConfirmed(middle, high);
            long there = at < 0 ? Long.MAX_VALUE : FlacFrameHeader.read(bytes, at, header).sample();
            if (there > target) {
                high = middle;
            } else {
                low = at;
                sample = there;
            }
        }
        fileAt = low;
        gapStart = sample;
        blockStart = sample;
        blockEnd = sample;
    }

    /** The first head up to a limit that is followed by the head of the next frame, or -1. */
    private long findConfirmed(long from, long limit) throws IOException {
        for (long at = FlacFrameHeader.find(bytes, from, limit, header);
                at >= 0;
                at = FlacFrameHeader.find(bytes, at + 1, limit, header)) {
            FlacFrameHeader frame = FlacFrameHeader.read(bytes, at, header);
            if (follower(at, frame) >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** Where the head of the frame right behind this one is, or -1. */
    private long follower(long at, FlacFrameHeader frame) throws IOException {
        long limit = Math.min(bytes.size(), at + frame.maxBytes(header));
        for (long next = at + 1; next < limit; next++) {
            if (bytes.at(next) == 0xFF && frame.isFollowedBy(bytes, next, header)) {
                return next;
            }
        }
        return -1;
    }

    /** The length of a stream whose encoder could not go back to write it. */
    private long endOfLastFrame() throws IOException {
        goNear(Long.MAX_VALUE - 1);
        long at = find(fileAt);
        long end = 0;
        while (at >= 0) {
            FlacFrameHeader frame = FlacFrameHeader.read(bytes, at, header);
            end = frame.sample() + frame.blockSize();
            at = follower(at, frame);
        }
        gapStart = 0;
        blockStart = 0;
        blockEnd = 0;
        return end;
    }
}
