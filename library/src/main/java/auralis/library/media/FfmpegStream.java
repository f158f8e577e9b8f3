package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Container and codec joined (the container is the caller's to close): decoded frames one after the
 * other, each with its place on the time line. What cannot be decoded is left out, and the next
 * frames say so.
 */
final class FfmpegStream implements AutoCloseable {
    /** So many frames in a row that are not of the stream's format are no accident. */
    private static final int MAX_FOREIGN = 8;

    private final Path file;
    private final FfmpegInput input;
    private final int sampleRate;
    private final NativeScope scope = new NativeScope();
    private final AVPacket packet = scope.own(av_packet_alloc(), p -> av_packet_free(p));
    private FfmpegDecoder decoder;
    private final Timeline timeline;
    private StreamFormat format;
    private int foreign;
    private boolean losing;
    private boolean lost;
    private long packetsEnd = Long.MIN_VALUE;

    /**
     * @param sampleRate of the frames that time is counted in, in Hz
     */
    FfmpegStream(Path file, FfmpegInput input, int sampleRate, Timeline timeline)
            throws MediaException {
        this.file = file;
        this.input = input;
        this.sampleRate = sampleRate;
        this.timeline = timeline;
        this.decoder = FfmpegDecoder.open(file, input.parameters(), sampleRate);
    }

    /** From now on, frames of another format are taken for damage. */
    void expect(StreamFormat format) {
        this.format = format;
    }

    Timeline timeline() {
        return timeline;
    }

    FfmpegDecoder decoder() {
        return decoder;
    }

    /** Continues with the first packet. */
    void rewind() throws IOException {
        input.rewind();
        timeline.restart();
        renewDecoder();
    }

    /** Continues with a packet that starts at or before a frame; false when that cannot be. */
    boolean seek(long frame) throws IOException {
        OptionalLong timestamp = timeline.timestamp(frame);
        if (timestamp.isEmpty() || !input.seek(timestamp.getAsLong())) {
            return false;
        }
        timeline.jump();
        renewDecoder();
        return true;
    }

    /** A new one, not a flushed one: what it delivers then depends on its packets alone. */
    private void renewDecoder() throws MediaException {
        decoder.close();
        decoder = FfmpegDecoder.open(file, input.parameters(), sampleRate);
        losing = false;
        foreign = 0;
        packetsEnd = Long.MIN_VALUE;
    }

    /** Decodes the next frames; false at the end. */
    boolean next() throws IOException {
        while (true) {
            input.requireProgress();
            switch (decoder.receive()) {
                case FRAME -> {
                    if (acceptable()) {
                        lost = losing;
                        losing = false;
                        input.progress();
                        return true;
                    }
                    losing = true;
                }
                case NEEDS_PACKET -> feed();
                case BROKEN -> losing = true;
                case END -> {
                    lost = losing;
                    return false;
                }
            }
        }
    }

    private void feed() throws IOException {
        if (!input.read(packet)) {
            decoder.drain();
            return;
        }
        boolean located = timeline.locate(packet);
        long start = located ? timeline.start() : AV_NOPTS_VALUE();
        if (located) {
            packetsEnd = Math.max(packetsEnd, timeline.end());
            losing |= timeline.gap();
        }
        packet.pts(start).dts(start);
        losing |= (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0 | !decoder.send(packet);
        av_packet_unref(packet);
    }

    private boolean acceptable() throws MediaException {
        if (format == null || decoder.isOf(format)) {
            foreign = 0;
            return true;
        }
        if (++foreign < MAX_FOREIGN) {
            return false;
        }
        throw new MediaException(
                file,
                String.format(
                        "the sound changes to %d Hz and %d channels in the middle",
                        decoder.sampleRate(), decoder.channels()),
                "Split it there, or convert it to WAV or FLAC.");
    }

    /** Whether something was lost before the frames just decoded, or before the end. */
    boolean lost() {
        return lost;
    }

    /** The frame behind the last packet read since the last seek. */
    long packetsEnd() {
        return packetsEnd;
    }

    @Override
    public void close() {
        decoder.close();
        scope.close();
    }
}
