package auralis.library.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.PointerPointer;

/** The container of a file: the packets of its one sound stream, in order, from any place. */
final class FfmpegInput implements AutoCloseable {
    /** Containers of sound. Playlists, lists of files and devices are not among them. */
    private static final String DEMUXERS =
            "mov,matroska,ogg,avi,flv,mpegts,mpeg,asf,wav,w64,aiff,caf,au,flac,mp3,aac,ac3,eac3,dts,"
                + "wv,tta,ape,tak,mpc,mpc8,dsf,amr,mxf";

    /** Codecs of sound. Pictures are never decoded, so that their decoders cannot do harm. */
    private static final String DECODERS =
            "aac,aac_latm,ac3,eac3,dca,vorbis,opus,alac,flac,wavpack,tta,ape,tak,mpc7,mpc8,mp1float,"
                + "mp2float,mp3float,wmav1,wmav2,wmapro,wmalossless,amrnb,amrwb,mlp,truehd,"
                + "adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,adpcm_swf,adpcm_yamaha,adpcm_g722,"
                + "adpcm_g726,gsm,gsm_ms,nellymoser,speex,libspeex,"
                + "pcm_u8,pcm_s8,pcm_s8_planar,pcm_s16le,pcm_s16be,pcm_s16le_planar,"
                + "pcm_s16be_planar,pcm_u16le,pcm_u16be,pcm_s24le,pcm_s24be,pcm_s24le_planar,"
                + "pcm_u24le,pcm_u24be,pcm_s32le,pcm_s32be,pcm_s32le_planar,pcm_u32le,pcm_u32be,"
                + "pcm_s64le,pcm_s64be,pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,pcm_alaw,"
                + "pcm_mulaw,pcm_bluray,pcm_dvd,pcm_lxf,dsd_lsbf,dsd_msbf,dsd_lsbf_planar,"
                + "dsd_msbf_planar";

    /** Containers that keep a time stamp and a length to the frame. */
    private static final Set<String> STAMPED =
            Set.of("mov", "ogg", "wav", "w64", "aiff", "caf", "au", "flac", "wv", "tta", "ape");

    /**
     * Containers whose packets have other bounds or times behind a seek than when read through:
     * programme streams, and the block codecs (ADPCM) in containers made for plain PCM.
     */
    private static final Set<String> UNSEEKABLE = Set.of("mpeg", "wav", "w64", "aiff");

    /** Packets may together hold so many times the bytes of the file. */
    private static final int MAX_EXPANSION = 8;

    private static final int BUFFER_ALLOWANCE = 1 << 16;

    /** Consecutive failures to read a packet after which the rest of the file is given up. */
    private static final int MAX_BAD_READS = 32;

    private final Path file;
    private final SeekableByteChannel channel;
    private ChannelIo io;
    private NativeScope scope = new NativeScope();
    private AVFormatContext context;
    private AVStream stream;
    private int timeBaseNumerator;
    private int timeBaseDenominator;

    private FfmpegInput(Path file, SeekableByteChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FfmpegInput open(Path file) throws IOException {
        FfmpegInput input = new FfmpegInput(file, channel(file));
        try {
            input.begin();
            return input;
        } catch (IOException | RuntimeException | Error e) {
            input.close();
            throw e;
        }
    }

    /** What the head of a container says, of itself first and then of its sound. */
    static Map<String, String> metadata(Path file) throws IOException {
        try (FfmpegInput input = new FfmpegInput(file, channel(file))) {
            input.openHead();
            Map<String, String> metadata = new LinkedHashMap<>();
            collect(input.context.metadata(), metadata);
            for (int i = 0; i < input.context.nb_streams(); i++) {
                AVStream stream = input.context.streams(i);
                if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
                    collect(stream.metadata(), metadata);
                }
            }
            return metadata;
        }
    }

    private static void collect(AVDictionary entries, Map<String, String> into) {
        AVDictionaryEntry entry = av_dict_iterate(entries, null);
        while (entry != null && !entry.isNull()) {
            into.putIfAbsent(
                    entry.key().getString(StandardCharsets.UTF_8),
                    entry.value().getString(StandardCharsets.UTF_8));
            entry = av_dict_iterate(entries, entry);
        }
    }

    private static SeekableByteChannel channel(Path file) throws MediaException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new MediaException(
                    file, "it cannot be opened", "Check that it exists and may be read.", e);
        }
    }

    /** Opens the container again, so that the next packet is the first one. */
    void rewind() throws IOException {
        scope.close();
        scope = new NativeScope();
        begin();
    }

    private void openHead() throws IOException {
        Ffmpeg.begin();
        channel.position(0);
        io = ChannelIo.reading(channel);
        scope.own(io.context(), c -> io.close());
        context = openContext();
        scope.own(context, c -> avformat_close_input(c));
    }

    private void begin() throws IOException {
        openHead();
        int error = avformat_find_stream_info(context, (PointerPointer<?>) null);
        check(error, "its structure is damaged", "Copy it again from where it came from.");
        stream = sound();
        timeBaseNumerator = stream.time_base().num();
        timeBaseDenominator = stream.time_base().den();
        if (timeBaseNumerator <= 0 || timeBaseDenominator <= 0) {
            throw new MediaException(
                    file, "its structure is damaged", "Copy it again from where it came from.");
        }
    }

    private AVFormatContext openContext() throws IOException {
        AVFormatContext opened = avformat_alloc_context();
        opened.pb(io.context());
        opened.flags(opened.flags() | AVFMT_FLAG_CUSTOM_IO);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "format_whitelist", DEMUXERS, 0);
        av_dict_set(options, "codec_whitelist", DECODERS, 0);
        av_dict_set(options, "protocol_whitelist", "none", 0);
        av_dict_set(options, "probesize", "5000000", 0);
        av_dict_set(options, "analyzeduration", "5000000", 0);
        av_dict_set(options, "max_streams", "100", 0);
        // On failure the context is freed by the call itself.
        int error = avformat_open_input(opened, "", (AVInputFormat) null, options);
        av_dict_free(options);
        if (error < 0 && Ffmpeg.lastMessage().contains("moov atom not found")) {
            throw new MediaException(
                    file,
                    "the file is incomplete, its table of contents is missing",
                    "Copy it again from where it came from.",
                    Ffmpeg.cause(error));
        }
        check(
                error,
                "it is damaged or of a kind that cannot be read",
                "Copy it again from where it came from, or convert it to WAV or FLAC.");
        return opened;
    }

    private AVStream sound() throws MediaException {
        int best = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (best < 0) {
            throw new MediaException(
                    file, "there is no sound in it", "Choose a file with a sound track.");
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != best) {
                context.streams(i).discard(AVDISCARD_ALL);
            }
        }
        return context.streams(best);
    }

    /**
     * Reads the next packet of the sound.
     *
     * @return false at the end of the file, or where nothing more can be read from it
     */
    boolean read(AVPacket packet) throws IOException {
        for (int failures = 0; failures < MAX_BAD_READS; ) {
            int error = av_read_frame(context, packet);
            io.rethrow();
            if (error == AVERROR_EOF()) {
                return false;
            }
            if (error < 0) {
                failures++;
            } else if (packet.stream_index() == stream.index()) {
                return true;
            }
            av_packet_unref(packet);
            requireProgress();
        }
        return false;
    }

    /** Continues at or before a time stamp of the stream; false when that cannot be. */
    boolean seek(long timestamp) throws IOException {
        if (UNSEEKABLE.contains(demuxer())) {
            return false;
        }
        int error = av_seek_frame(context, stream.index(), timestamp, AVSEEK_FLAG_BACKWARD);
        io.rethrow();
        return error >= 0;
    }

    /** Grants the work of the caller a new allowance of time. */
    void progress() {
        io.progress();
    }

    void requireProgress() throws MediaException {
        if (io.exhausted()) {
            throw new MediaException(
                    file,
                    "no sound can be got out of it",
                    "Copy it again from where it came from.");
        }
    }

    /** Refuses a container that leads to the same bytes again and again. */
    void requireOnce(long bytesRead) throws IOException {
        if (bytesRead > MAX_EXPANSION * (channel.size() + BUFFER_ALLOWANCE)) {
            throw new MediaException(
                    file, "its structure is damaged", "Copy it again from where it came from.");
        }
    }

    SeekableByteChannel channel() {
        return channel;
    }

    /** Whether time stamps of this container count frames, each packet in its place. */
    boolean hasExactStamps() {
        return STAMPED.contains(demuxer()) && (!demuxer().equals("mov") || isRegular());
    }

    /** Some recorders write jittering times into MP4; sound is then counted, not timed. */
    private boolean isRegular() {
        int entries = avformat_index_get_entries_count(stream);
        if (entries < 3) {
            return true;
        }
        long before = avformat_index_get_entry(stream, 1).timestamp();
        long delta = before - avformat_index_get_entry(stream, 0).timestamp();
        for (int i = 2; i < entries; i++) {
            long stamp = avformat_index_get_entry(stream, i).timestamp();
            if (stamp - before != delta) {
                return false;
            }
            before = stamp;
        }
        return true;
    }

    /** Whether the stream's duration is no more than the file's size over its bit rate. */
    boolean guessesDuration() {
        return context.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
    }

    /** The time stamp of the last packet that the container has listed; 0 without a list. */
    long lastIndexed() {
        int entries = avformat_index_get_entries_count(stream);
        return entries == 0 ? 0 : avformat_index_get_entry(stream, entries - 1).timestamp();
    }

    /** The name of the container's format, the first of its aliases. */
    String demuxer() {
        return context.iformat().name().getString().split(",", 2)[0];
    }

    AVStream stream() {
        return stream;
    }

    AVCodecParameters parameters() {
        return stream.codecpar();
    }

    /** Seconds per unit of time stamps: numerator over denominator. */
    int timeBaseNumerator() {
        return timeBaseNumerator;
    }

    int timeBaseDenominator() {
        return timeBaseDenominator;
    }

    Optional<String> metadata(String key) {
        AVDictionaryEntry entry = av_dict_get(context.metadata(), key, null, 0);
        return entry == null ? Optional.empty() : Optional.of(entry.value().getString());
    }

    private void check(int error, String problem, String remedy) throws IOException {
        io.rethrow();
        if (error < 0) {
            throw new MediaException(file, problem, remedy, Ffmpeg.cause(error));
        }
    }

    @Override
    public void close() throws IOException {
        scope.close();
        channel.close();
    }
}
