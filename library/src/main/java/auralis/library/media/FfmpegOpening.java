package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SKIP_SAMPLES;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * Finds out what a file holds before its first frame is delivered: the format that really comes out
 * of the decoder, where frame 0 lies and how long the sound is.
 *
 * <p>Containers whose time stamps count frames tell both; only their last packets are looked at. Of
 * the others all packets are listed (read, not decoded), and the last ones decoded.
 */
final class FfmpegOpening implements AutoCloseable {
    /** From how far before the end the last packets are read, in seconds. */
    private static final int TAIL_SECONDS = 2;

    /** A declared end that far behind the last packet means that packets are missing. */
    static final double MISSING_SECONDS = 0.03;

    private static final String COPY_AGAIN = "Copy it again from where it came from.";

    private final Path file;
    private final FfmpegInput input;
    private final NativeScope scope = new NativeScope();
    private final AVPacket packet = scope.own(av_packet_alloc(), p -> av_packet_free(p));

    private FfmpegOpening(Path file, FfmpegInput input) {
        this.file = file;
        this.input = input;
    }

    static MediaSource open(Path file) throws IOException {
        FfmpegInput input = FfmpegInput.open(file);
        try (FfmpegOpening opening = new FfmpegOpening(file, input)) {
            int told = input.parameters().sample_rate();
            return opening.source(isSampleRate(told) ? told : 48_000, true);
        } catch (IOException | RuntimeException | Error e) {
            input.close();
            throw e;
        }
    }

    private static boolean isSampleRate(int hz) {
        return hz >= StreamFormat.MIN_SAMPLE_RATE && hz <= StreamFormat.MAX_SAMPLE_RATE;
    }

    /**
     * @param sampleRate in which time is counted
     * @param mayDiffer whether to try again when the decoder gives another one
     */
    private FfmpegSource source(int sampleRate, boolean mayDiffer) throws IOException {
        Timeline timeline = timeline(sampleRate);
        FfmpegStream stream = new FfmpegStream(file, input, sampleRate, timeline);
        try {
            if (!stream.next()) {
                throw undecodable();
            }
            int decoded = stream.decoder().sampleRate();
            if (decoded != sampleRate && isSampleRate(decoded) && mayDiffer) {
                stream.close();
                input.rewind();
                return source(decoded, false);
            }
            MediaFormat media = format(stream.decoder());
            stream.expect(media.stream());
            FfmpegSource.Extent extent = extent(stream);
            stream.rewind();
            return new FfmpegSource(file, input, stream, media, extent);
        } catch (IOException | RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    private MediaException undecodable() throws IOException {
        boolean truncated = Truncation.of(input.channel(), input.demuxer());
        return new MediaException(
                file,
                truncated ? "the file ends early at 0:00" : "no sound in it can be decoded",
                COPY_AGAIN);
    }

    private MediaFormat format(FfmpegDecoder decoder) throws MediaException {
        int channels = decoder.channels();
        if (channels < 1 || channels > ChannelLayout.MAX_CHANNELS) {
            throw new MediaException(
                    file,
                    "it has " + channels + " channels, and up to 8 can be read",
                    "Convert it to stereo and try again.");
        }
        if (!isSampleRate(decoder.sampleRate())) {
            throw new MediaException(
                    file, "its sample rate is " + decoder.sampleRate() + " Hz", COPY_AGAIN);
        }
        return new MediaFormat(
                FfmpegDecoder.codec(input.parameters()),
                new StreamFormat(decoder.sampleRate(), decoder.layout()),
                decoder.bitDepth());
    }

    private Timeline timeline(int sampleRate) throws IOException {
        StampedTimeline stamped = StampedTimeline.of(input, sampleRate);
        if (stamped != null) {
            return stamped;
        }
        IndexedTimeline index = new IndexedTimeline(input, sampleRate);
        boolean told = list(index, sampleRate);
        input.rewind();
        if (!told) {
            measure(index, sampleRate);
            input.rewind();
        }
        return index;
    }

    /** Lists all packets; false when what they hold can only be told by decoding them. */
    private boolean list(IndexedTimeline index, int sampleRate) throws IOException {
        boolean told = true;
        long bytes = 0;
        try (PacketLengths lengths = new PacketLengths(input, sampleRate)) {
            while (input.read(packet)) {
                int frames = lengths.of(packet);
                index.append(packet, frames);
                told &= frames > 0;
                bytes += packet.size() + 1;
                av_packet_unref(packet);
                input.progress();
                input.requireOnce(bytes);
            }
        }
        return told;
    }

    private void measure(IndexedTimeline index, int sampleRate) throws IOException {
        int[] lengths = new int[index.packets()];
        try (FfmpegStream stream =
                new FfmpegStream(file, input, sampleRate, new OrdinalTimeline())) {
            int number = 0;
            while (stream.next()) {
                OptionalLong start = stream.decoder().start();
                number = start.isPresent() ? OrdinalTimeline.packet(start.getAsLong()) : number;
                if (number < lengths.length) {
                    lengths[number] += stream.decoder().frames();
                }
                input.progress();
            }
        }
        index.lengths(lengths);
    }

    /** To be called when the first frames have just been decoded. */
    private FfmpegSource.Extent extent(FfmpegStream stream) throws IOException {
        long first = stream.decoder().start().orElse(0);
        long origin = stream.lost() ? Math.min(first, declaredStart(stream).orElse(first)) : first;
        if (stream.timeline() instanceof IndexedTimeline index) {
            stretch(stream, index);
        }
        long end = end(stream);
        if (end <= origin) {
            throw undecodable();
        }
        long length = itunesLength().stream().reduce(end - origin, Math::min);
        boolean truncated = Truncation.of(input.channel(), input.demuxer());
        return new FfmpegSource.Extent(origin, length, truncated);
    }

    /** Where the sound would start if its first packets were not damaged. */
    private OptionalLong declaredStart(FfmpegStream stream) throws IOException {
        stream.rewind();
        OptionalLong start = OptionalLong.empty();
        if (input.read(packet) && stream.timeline().locate(packet)) {
            start = OptionalLong.of(stream.timeline().start() + skipped());
        }
        av_packet_unref(packet);
        stream.rewind();
        return start;
    }

    /** The frames at the start of the packet that its container declares to be no sound. */
    private int skipped() {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, size);
            return data == null || size.get() < Integer.BYTES ? 0 : Math.max(0, data.getInt(0));
        }
    }

    /** The end of the last frames decoded, unless the container says that some are padding. */
    private long end(FfmpegStream stream) throws IOException {
        int sampleRate = stream.decoder().sampleRate();
        long declared = declaredEnd(stream.timeline());
        long from = declared - (long) TAIL_SECONDS * sampleRate;
        if (from <= 0 || !stream.seek(from)) {
            stream.rewind();
        }
        long decoded = lastDecoded(stream);
        long told = stream.packetsEnd();
        if (declared - told > MISSING_SECONDS * sampleRate && !input.demuxer().equals("ogg")) {
            return declared;
        }
        return stream.lost() || decoded < 0 ? told : Math.min(decoded, told);
    }

    private long lastDecoded(FfmpegStream stream) throws IOException {
        long end = Long.MIN_VALUE;
        while (stream.next()) {
            FfmpegDecoder decoder = stream.decoder();
            if (decoder.start().isPresent()) {
                end = decoder.start().getAsLong() + decoder.frames();
            } else if (end >= 0) {
                end += decoder.frames();
            }
            input.progress();
        }
        return end;
    }

    /** The end that the header or the list of packets declares; 0 when neither does. */
    private long declaredEnd(Timeline timeline) {
        if (timeline instanceof IndexedTimeline index) {
            return index.length();
        }
        StampedTimeline stamps = (StampedTimeline) timeline;
        long duration = input.stream().duration();
        long start = input.stream().start_time();
        boolean known = duration != AV_NOPTS_VALUE() && duration > 0 && !input.guessesDuration();
        long end = !known ? 0 : duration + (start == AV_NOPTS_VALUE() ? 0 : start);
        return stamps.frames(Math.max(end, input.lastIndexed()));
    }

    /**
     * Some packets decode to a multiple of what their heads say (spectral band replication doubles
     * the rate); the second frames, of which nothing is trimmed, show it.
     */
    private void stretch(FfmpegStream stream, IndexedTimeline timeline) throws IOException {
        if (!stream.next() || stream.lost() || stream.decoder().start().isEmpty()) {
            return;
        }
        long start = stream.decoder().start().getAsLong();
        int decoded = stream.decoder().frames();
        if (stream.next() && !stream.lost() && stream.decoder().start().isPresent()) {
            long told = stream.decoder().start().getAsLong() - start;
            if (told > 0 && decoded > told && decoded % told == 0) {
                timeline.stretch((int) (decoded / told));
            }
        }
    }

    /** Apple's encoders write the length without padding as the fourth of some hex numbers. */
    private OptionalLong itunesLength() {
        String[] fields = input.metadata("iTunSMPB").orElse("").strip().split("\\s+");
        if (fields.length < 4 || !fields[3].matches("0*[0-9A-Fa-f]{1,15}")) {
            return OptionalLong.empty();
        }
        long frames = Long.parseLong(fields[3], 16);
        return frames > 0 ? OptionalLong.of(frames) : OptionalLong.empty();
    }

    @Override
    public void close() {
        scope.close();
    }
}
