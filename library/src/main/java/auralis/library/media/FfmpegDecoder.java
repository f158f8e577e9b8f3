package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_DTS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_LOSSLESS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;

import auralis.dsp.AudioBlock;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A codec at work: packets in, planar float frames out. Packets carry their time in frames. */
final class FfmpegDecoder implements AutoCloseable {
    enum Outcome {
        FRAME,
        NEEDS_PACKET,
        BROKEN,
        END
    }

    /** Variants of one codec that the user knows by one name. */
    private static final Pattern FAMILY = Pattern.compile("^(adpcm|pcm|dsd|wma)(_.*|v[12]|pro)$");

    private final NativeScope scope = new NativeScope();
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket noPacket;
    private final NativeSamples samples = new NativeSamples();
    private AudioBlock block = new AudioBlock(1, 0);

    private FfmpegDecoder(AVCodec codec) {
        context = scope.own(avcodec_alloc_context3(codec), c -> avcodec_free_context(c));
        frame = scope.own(av_frame_alloc(), f -> av_frame_free(f));
        noPacket = scope.own(av_packet_alloc(), p -> av_packet_free(p));
    }

    /**
     * Opens the decoder that a stream asks for.
     *
     * @param sampleRate of the frames in which packets carry their time, in Hz
     */
    static FfmpegDecoder open(Path file, AVCodecParameters parameters, int sampleRate)
            throws MediaException {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw unreadable(file, parameters, AVERROR_DECODER_NOT_FOUND());
        }
        FfmpegDecoder decoder = new FfmpegDecoder(codec);
        int error = decoder.start(parameters, codec, sampleRate);
        if (error < 0) {
            decoder.close();
            throw unreadable(file, parameters, error);
        }
        return decoder;
    }

    private static MediaException unreadable(Path file, AVCodecParameters parameters, int error) {
        return new MediaException(
                file,
                "its sound is coded as " + codec(parameters) + ", which cannot be read",
                "Convert it to WAV or FLAC and try again.",
                Ffmpeg.cause(error));
    }

    /** The usual short name of a codec. */
    static String codec(AVCodecParameters parameters) {
        String name = avcodec_get_name(parameters.codec_id()).getString();
        return FAMILY.matcher(name).replaceFirst("$1");
    }

    private int start(AVCodecParameters parameters, AVCodec codec, int sampleRate) {
        int error = avcodec_parameters_to_context(context, parameters);
        if (error < 0) {
            return error;
        }
        try (AVRational frames = new AVRational()) {
            frames.num(1).den(sampleRate);
            context.pkt_timebase(frames);
        }
        // One thread: audio frames are too small to be worth a pool, and its errors come in order.
        context.thread_count(1);
        return avcodec_open2(context, codec, (AVDictionary) null);
    }

    /** Hands over a packet; its fate shows in {@link #receive()}. */
    boolean send(AVPacket packet) {
        return avcodec_send_packet(context, packet) >= 0;
    }

    /** Asks for what the decoder still holds back. */
    void drain() {
        avcodec_send_packet(context, noPacket);
    }

    Outcome receive() {
        int error = avcodec_receive_frame(context, frame);
        if (error == Ffmpeg.AGAIN) {
            return Outcome.NEEDS_PACKET;
        }
        if (error == AVERROR_EOF()) {
            return Outcome.END;
        }
        return error < 0 || frame.nb_samples() <= 0 ? Outcome.BROKEN : Outcome.FRAME;
    }

    /** Whether the frame just received is of a stream of this format. */
    boolean isOf(StreamFormat format) {
        return frame.sample_rate() == format.sampleRate()
                && frame.ch_layout().nb_channels() == format.channels();
    }

    int sampleRate() {
        return frame.sample_rate();
    }

    int channels() {
        return frame.ch_layout().nb_channels();
    }

    /** The positions of the channels of the frame just received (1..8 of them). */
    ChannelLayout layout() {
        AVChannelLayout layout = frame.ch_layout();
        boolean known =
                layout.order() == AV_CHANNEL_ORDER_NATIVE
                        && layout.u_mask() >>> Integer.SIZE - 1 == 0;
        return ChannelLayout.ofMask(known ? (int) layout.u_mask() : 0, layout.nb_channels());
    }

    /** Where the frame just received starts, if its packet told. */
    OptionalLong start() {
        long start = frame.pts();
        return start == AV_NOPTS_VALUE() ? OptionalLong.empty() : OptionalLong.of(start);
    }

    /** How many frames have just been received. */
    int frames() {
        return frame.nb_samples();
    }

    /** The samples just received, until the next call; the window is all of them. */
    AudioBlock samples() {
        int frames = frame.nb_samples();
        int channels = frame.ch_layout().nb_channels();
        if (block.channels() != channels || block.capacity() < frames) {
            block = new AudioBlock(channels, frames);
        }
        float[][] planes = new float[channels][];
        for (int c = 0; c < channels; c++) {
            planes[c] = block.plane(c);
        }
        samples.copy(frame, planes);
        av_frame_unref(frame);
        return block.first(frames);
    }

    /** Bits of a sample as stored; empty for codecs that lose some. */
    OptionalInt bitDepth() {
        AVCodecDescriptor codec = avcodec_descriptor_get(context.codec_id());
        boolean lossless = (codec.props() & AV_CODEC_PROP_LOSSLESS) != 0;
        // DTS is called lossless for its rare extension.
        if (!lossless || context.codec_id() == AV_CODEC_ID_DTS) {
            return OptionalInt.empty();
        }
        int stored = context.bits_per_raw_sample();
        int coded = stored > 0 ? stored : context.bits_per_coded_sample();
        return OptionalInt.of(coded > 0 ? coded : 8 * av_get_bytes_per_sample(frame.format()));
    }

    @Override
    public void close() {
        scope.close();
    }
}
