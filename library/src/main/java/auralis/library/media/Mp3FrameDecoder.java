package auralis.library.media;

import java.io.IOException;
import java.io.InputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.Obuffer;

/**
 * Decodes MP3 frames one by one to floats. JLayer does the arithmetic; it is given exactly one
 * frame at a time, since its own search for headers loses count of frames.
 */
final class Mp3FrameDecoder {
    /** What JLayer multiplies full scale with. */
    private static final float JLAYER_SCALE = 32_700;

    /** No intact frame decodes to more than this: a damaged one would hurt the ears. */
    private static final float MAX_SAMPLE = 8;

    private static final int MAX_SAMPLES = 1152;

    static {
        warmUp();
    }

    private final Feed feed = new Feed();
    private final Samples samples = new Samples();
    private Bitstream stream;
    private Decoder decoder;

    Mp3FrameDecoder() {
        reset();
    }

    /** Forgets the past of the stream. */
    void reset() {
        stream = new Bitstream(feed);
        decoder = new Decoder();
        decoder.setOutputBuffer(samples);
    }

    /**
     * @return whether sound came out: not when the frame is broken, or when it needs the bits of
     *     frames before a {@link #reset()}
     */
    boolean decode(byte[] frame, MpegHeader header) {
        if (!SideInformation.isSane(frame, header)) {
            reset();
            return false;
        }
        feed.load(frame, header.frameBytes());
        samples.clear_buffer();
        try {
            Header parsed = stream.readFrame();
            if (parsed == null) {
                reset();
                return false;
            }
            decoder.decodeFrame(parsed, stream);
            stream.closeFrame();
        } catch (BitstreamException | DecoderException | RuntimeException e) {
            reset();
            return false;
        }
        if (samples.areInsane()) {
            reset();
            return false;
        }
        return samples.count(header.channels()) == header.samples();
    }

    /** The samples of the frame last decoded, full scale ±1. */
    float[] samples(int channel) {
        return samples.planes[channel];
    }

    /**
     * JLayer fills its shared tables when they are first needed, with no regard to other threads:
     * one silent frame before any thread gets here fills them all.
     */
    private static void warmUp() {
        MpegHeader header = new MpegHeader(0xFFFB9000);
        byte[] frame = new byte[header.frameBytes()];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        new Mp3FrameDecoder().decode(frame, header);
    }

    /** One frame; then the end, until the next is loaded. */
    private static final class Feed extends InputStream {
        private byte[] frame = {};
        private int at;
        private int end;

        void load(byte[] frame, int length) {
            this.frame = frame;
            this.at = 0;
            this.end = length;
        }

        @Override
        public int read() {
            return at < end ? frame[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (at == end) {
                return -1;
            }
            int copied = Math.min(count, end - at);
            System.arraycopy(frame, at, target, offset, copied);
            at += copied;
            return copied;
        }

        @Override
        public int available() {
            return end - at;
        }
    }

    /** Takes the floats that JLayer would round to 16 bits and clip. */
    private static final class Samples extends Obuffer {
        private final float[][] planes = new float[2][MAX_SAMPLES];
        private final int[] counts = new int[2];
        private boolean insane;

        @Override
        public void appendSamples(int channel, float[] values) {
            float[] plane = planes[channel];
            int at = counts[channel];
            for (float value : values) {
                float sample = value * (1 / JLAYER_SCALE);
                insane |= !(Math.abs(sample) <= MAX_SAMPLE);
                plane[at++] = sample;
            }
            counts[channel] = at;
        }

        boolean areInsane() {
            return insane;
        }

        /** The samples of each channel; -1 when the channels differ. */
        int count(int channels) {
            return channels == 1 || counts[0] == counts[1] ? counts[0] : -1;
        }

        @Override
        public void clear_buffer() {
            counts[0] = 0;
            counts[1] = 0;
            insane = false;
        }

        @Override
        public void append(int channel, short value) {
            throw new UnsupportedOperationException("floats only");
        }

        @Override
        public void write_buffer(int value) {
            // The samples are taken from the planes.
        }

        @Override
        public void close() {
            // Nothing is open.
        }

        @Override
        public void set_stop_flag() {
            // Nobody stops a frame.
        }
    }
}
