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
 * An MP3 file without the delay and padding of its encoder. A frame needs the one before it (its
 * transform overlaps) and up to 511 bytes of those before that (the bit reservoir), so decoding
 * starts early enough before a position that the samples are the same as when it was played up to.
 */
final class Mp3Source implements MediaSource {
    private static final int SEARCH_BYTES = 1 << 18;
    private static final int MAX_FRAME_BYTES = 1 << 12;

    private static final int RESERVOIR_BYTES = 511;

    /** Frames that must have gone through transform and filter bank with a full reservoir. */
    private static final int SETTLING_FRAMES = 3;

    private static final int WARM_UP_FRAMES = 10;

    /** So many frames of the lowest bit rate fill the reservoir. */
    private static final int MAX_WARM_UP_FRAMES = 256;

    private final Path file;
    private final FileChannel channel;
    private final ByteWindow bytes;
    private final Mp3Index index;
    private final MediaFormat media;
    private final int frameSamples;
    private final Mp3FrameDecoder decoder = new Mp3FrameDecoder();
    private final byte[] frame = new byte[MAX_FRAME_BYTES];
    private final DamageLog damage = new DamageLog();

    /** The stretch at hand, counted in samples from the first frame, delay included. */
    private long start;

    private long end;
    private boolean silent;

    /** What is decoded next; null at the end. */
    private Mp3Index.Place place;

    /** Whether any sound came out yet: before, missing bits of earlier frames are no damage. */
    private boolean sounded;

    private long position;

    private Mp3Source(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.bytes = new ByteWindow(channel);
        long soundEnd = TrailingTags.start(channel);
        long first = MpegHeader.find(channel, Id3v2.end(channel), soundEnd, SEARCH_BYTES);
        if (first < 0) {
            throw new MediaException(file, "there is no sound in it", ReadFault.COPY_AGAIN);
        }
        this.index = new Mp3Index(file, bytes, first, soundEnd);
        MpegHeader format = index.format();
        this.frameSamples = format.samples();
        this.media =
                new MediaFormat(
                        "mp3",
                        new StreamFormat(
                                format.sampleRate(), ChannelLayout.ofCount(format.channels())),
                        OptionalInt.empty());
        restart(index.present() == 0 ? null : index.start());
    }

    static MediaSource open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new Mp3Source(file, channel);
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
        return OptionalLong.of(total());
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        if (block.channels() != media.stream().channels()) {
            throw new IllegalArgumentException(
                    block.channels() + " channels asked of " + media.stream().channels());
        }
        long left = total() - position;
        if (left <= 0) {
            return -1;
        }
        int wanted = (int) Math.min(block.frames(), left);
        int done = 0;
        while (done < wanted && loadUpTo(position + index.delay())) {
            done += deliver(block, block.from() + done, wanted - done);
        }
        if (done == 0 && wanted > 0) {
            long present = index.present() * frameSamples - index.delay();
            throw ReadFault.endsEarly(file, media.stream().seconds(Math.max(0, present)));
        }
        return done;
    }

    @Override
    public void seek(long target) throws IOException {
        if (target < 0) {
            throw new IllegalArgumentException("frame " + target);
        }
        position = target;
        long sample = target + index.delay();
        boolean near = sample >= start && sample < end + frameSamples;
        if (!near && sample / frameSamples < index.present()) {
            goTo(sample / frameSamples);
        } else if (!near) {
            restart(null);
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

    private long total() {
        long samples = index.declared() * frameSamples - index.delay() - index.padding();
        return Math.max(0, samples);
    }

    private int deliver(AudioBlock block, int to, int frames) {
        long sample = position + index.delay();
        int count = (int) Math.min(frames, end - sample);
        for (int c = 0; c < block.channels(); c++) {
            if (silent) {
                Arrays.fill(block.plane(c), to, to + count, 0f);
            } else {
                int from = (int) (sample - start);
                System.arraycopy(decoder.samples(c), from, block.plane(c), to, count);
            }
        }
        position += count;
        return count;
    }

    /** Decodes on until the sample is at hand; false when the file ends before. */
    private boolean loadUpTo(long sample) throws IOException {
        while (sample >= end) {
            if (place == null) {
                return false;
            }
            load();
        }
        return true;
    }

    /** Decodes the next frame, or steps over a gap. */
    private void load() throws IOException {
        Mp3Index.Gap gap = index.gap(place);
        start = place.number() * frameSamples;
        if (gap != null) {
            decoder.reset();
            silent = true;
            end = start + gap.lost() * frameSamples;
        } else {
            silent = !decode(place);
            end = start + frameSamples;
        }
        if (silent && end > start && (sounded || gap != null)) {
            addDamage();
        }
        place = index.next(place);
    }

    private boolean decode(Mp3Index.Place place) throws IOException {
        MpegHeader header = index.header(place);
        int length = header.frameBytes();
        int copied = 0;
        while (copied < length) {
            int more = bytes.copy(place.at() + copied, frame, copied, length - copied);
            if (more == 0) {
                return false;
            }
            copied += more;
        }
        boolean decoded = decoder.decode(frame, header);
        sounded |= decoded;
        return decoded;
    }

    private void addDamage() {
        long from = Math.max(0, start - index.delay());
        long to = Math.min(total(), end - index.delay());
        if (to > from) {
            damage.add(from, to - from);
        }
    }

    /** Makes the frame of this number the next one, with the decoder as if it had come there. */
    private void goTo(long number) throws IOException {
        Mp3Index.Place known = index.before(Math.max(0, number - MAX_WARM_UP_FRAMES));
        List<Mp3Index.Place> places = index.places(known, number);
        int from = places.size() - 1;
        int reservoir = 0;
        int frames = 0;
        while (from > 0 && (frames < WARM_UP_FRAMES || reservoir < RESERVOIR_BYTES)) {
            from--;
            frames++;
            if (index.gap(places.get(from)) != null) {
                break;
            }
            if (frames > SETTLING_FRAMES) {
                reservoir += index.header(places.get(from)).mainBytes();
            }
        }
        restart(places.get(from));
        while (place.number() < number && index.gap(place) == null) {
            decode(place);
            place = index.next(place);
        }
    }

    private void restart(Mp3Index.Place from) {
        decoder.reset();
        place = from;
        start = (from == null ? index.present() : from.number()) * frameSamples;
        end = start;
        sounded = from == null || from.number() > 0;
    }
}
