package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_get_audio_frame_duration2;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** How many frames a packet decodes to, told from its first bytes, without decoding it. */
final class PacketLengths implements AutoCloseable {
    private final NativeScope scope = new NativeScope();
    private final AVCodecParameters parameters;
    private final AVCodecContext context;
    private final AVCodecParserContext parser;
    private final PointerPointer<?> output = scope.own(new PointerPointer<>(1), p -> p.close());
    private final IntPointer outputSize = scope.own(new IntPointer(1), p -> p.close());
    private final int sampleRate;
    private final int codedRate;
    private final boolean variable;

    /**
     * @param sampleRate in which frames are counted, in Hz
     */
    PacketLengths(FfmpegInput input, int sampleRate) {
        this.parameters = input.parameters();
        this.sampleRate = sampleRate;
        // A packet of Windows Media holds as many frames as fit, which its size does not tell.
        this.variable = FfmpegDecoder.codec(parameters).equals("wma");
        this.codedRate = parameters.sample_rate();
        context = scope.own(avcodec_alloc_context3((AVCodec) null), c -> avcodec_free_context(c));
        avcodec_parameters_to_context(context, parameters);
        parser = av_parser_init(parameters.codec_id());
        if (parser != null) {
            parser.flags(AVCodecParserContext.PARSER_FLAG_COMPLETE_FRAMES);
            scope.own(parser, p -> av_parser_close(p));
        }
    }

    /** The frames of the next packet of the stream; 0 when only decoding it can tell. */
    int of(AVPacket packet) {
        int coded = parsed(packet);
        if (coded == 0) {
            coded = parameterised(packet);
        }
        return codedRate > 0 && !variable ? (int) ((long) coded * sampleRate / codedRate) : 0;
    }

    private int parameterised(AVPacket packet) {
        return Math.max(0, av_get_audio_frame_duration2(parameters, packet.size()));
    }

    private int parsed(AVPacket packet) {
        if (parser == null) {
            return 0;
        }
        parser.duration(0);
        av_parser_parse2(
                parser,
                context,
                output,
                outputSize,
                packet.data(),
                packet.size(),
                packet.pts(),
                packet.dts(),
                packet.pos());
        return Math.max(0, parser.duration());
    }

    @Override
    public void close() {
        scope.close();
    }
}
