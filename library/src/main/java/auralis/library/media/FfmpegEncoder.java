package auralis.library.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_from_mask;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A codec and a container at work: groups of frames in, bytes out to a channel. */
final class FfmpegEncoder implements AutoCloseable {
    private static final int FLAC_COMPRESSION = 5;

    private final NativeScope scope = new NativeScope();
    private final Path target;
    private final StreamFormat format;
    private final ChannelIo io;
    private final AVFormatContext container;
    private final AVCodecContext encoder;
    private final AVPacket packet;
    private final AVFrame frame;
    private final SampleGrid grid;
    private AVStream stream;
    private long frames;

    private FfmpegEncoder(
            Path target, SeekableByteChannel channel, StreamFormat format, String codec, int bits) {
        this.target = target;
        this.format = format;
        this.grid = bits == 0 ? null : new SampleGrid(bits);
        Ffmpeg.begin();
        io = ChannelIo.writing(channel);
        scope.own(io.context(), c -> io.close());
        container = scope.own(avformat_alloc_context(), c -> avformat_free_context(c));
        AVCodec found = avcodec_find_encoder_by_name(codec);
        encoder = scope.own(avcodec_alloc_context3(found), c -> avcodec_free_context(c));
        packet = scope.own(av_packet_alloc(), p -> av_packet_free(p));
        frame = scope.own(av_frame_alloc(), f -> av_frame_free(f));
    }

    /**
     * Starts a file.
     *
     * @param target the name to use in errors
     * @param channel of an empty file, which stays the caller's to close
     * @param encoding FLAC or MP3
     */
    static FfmpegEncoder open(
            Path target, SeekableByteChannel channel, StreamFormat format, Encoding encoding)
            throws IOException {
        int bits = encoding instanceof Encoding.Flac flac ? flac.bitDepth() : 0;
        String codec = bits > 0 ? "flac" : "libmp3lame";
        FfmpegEncoder opened = new FfmpegEncoder(target, channel, format, codec, bits);
        try {
            opened.configure(encoding);
            opened.start(encoding.extension());
            return opened;
        } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private void configure(Encoding encoding) {
        encoder.sample_rate(format.sampleRate());
        av_channel_layout_from_mask(encoder.ch_layout(), format.layout().mask());
        try (AVRational unit = new AVRational()) {
            encoder.time_base(unit.num(1).den(format.sampleRate()));
        }
        if (encoding instanceof Encoding.Flac flac) {
            encoder.sample_fmt(flac.bitDepth() == 16 ? AV_SAMPLE_FMT_S16 : AV_SAMPLE_FMT_S32);
            encoder.bits_per_raw_sample(flac.bitDepth());
            encoder.compression_level(FLAC_COMPRESSION);
            return;
        }
        encoder.sample_fmt(AV_SAMPLE_FMT_FLTP);
        if (encoding instanceof Encoding.Mp3Constant constant) {
            encoder.bit_rate(constant.kbps() * 1000L);
        } else if (encoding instanceof Encoding.Mp3Variable variable) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_QSCALE);
            encoder.global_quality(variable.quality() * FF_QP2LAMBDA);
        }
    }

    private void start(String muxer) throws IOException {
        check(avcodec_open2(encoder, encoder.codec(), (AVDictionary) null));
        container.oformat(av_guess_format(muxer, null, null));
        container.pb(io.context());
        container.flags(container.flags() | AVFMT_FLAG_CUSTOM_IO);
        stream = avformat_new_stream(container, encoder.codec());
        check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        stream.time_base(encoder.time_base());
        AVDictionary options = new AVDictionary(null);
        if (muxer.equals("mp3")) {
            // Tags are written later, by what knows them; the header of LAME is always there.
            av_dict_set(options, "id3v2_version", "0", 0);
        }
        int error = avformat_write_header(container, options);
        av_dict_free(options);
        check(error);
        prepareFrame();
    }

    private void prepareFrame() throws IOException {
        frame.nb_samples(encoder.frame_size());
        frame.format(encoder.sample_fmt());
        frame.sample_rate(encoder.sample_rate());
        av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
        check(av_frame_get_buffer(frame, 0));
    }

    /** How many frames every block but the last has to have. */
    int blockFrames() {
        return encoder.frame_size();
    }

    /** Encodes the window of the block. */
    void encode(AudioBlock block) throws IOException {
        check(av_frame_make_writable(frame));
        frame.nb_samples(block.frames());
        frame.pts(frames);
        if (grid == null) {
            NativeSamples.write(block, frame);
        } else {
            grid.write(block, frame);
        }
        frames += block.frames();
        check(avcodec_send_frame(encoder, frame));
        writePackets();
    }

    /** Encodes what is held back and completes the file's headers. */
    void finish() throws IOException {
        check(avcodec_send_frame(encoder, null));
        writePackets();
        check(av_write_trailer(container));
        avio_flush(io.context());
        check(io.context().error());
    }

    private void writePackets() throws IOException {
        int error = avcodec_receive_packet(encoder, packet);
        while (error >= 0) {
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            error = av_write_frame(container, packet);
            av_packet_unref(packet);
            check(error);
            error = avcodec_receive_packet(encoder, packet);
        }
        if (error != Ffmpeg.AGAIN && error != AVERROR_EOF()) {
            check(error);
        }
        check(io.context().error());
    }

    private void check(int error) throws IOException {
        io.rethrow();
        if (error < 0) {
            throw new MediaException(
                    target,
                    String.format(
                            "%d Hz with %d channels cannot be written in this format",
                            format.sampleRate(), format.channels()),
                    "Choose WAV, or another sample rate.",
                    Ffmpeg.cause(error));
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
