package auralis.dsp.wav;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Writes a WAV file of 16 or 24-bit integers or 32-bit floats, which becomes RF64 only when it
 * passes 4 GiB. Samples are rounded to the nearest step and held within full scale, never dithered:
 * a quantiser did that before. Owns the channel. Until {@link #commit()} the header gives no
 * length, like a recording that was stopped hard; taking such a file away is up to whoever named
 * it.
 */
public final class WavSink implements AudioSink {
    private static final int BUFFER_BYTES = 1 << 17;

    private final SeekableByteChannel channel;
    private final WavHeaderWriter header;
    private final int channels;
    private final int bitDepth;
    private final int frameBytes;
    private final ByteBuffer buffer;
    private long frames;

    /**
     * @param bitDepth 16 or 24 (integers), or 32 (float)
     */
    public WavSink(SeekableByteChannel channel, StreamFormat format, int bitDepth)
            throws IOException {
        this.channel = channel;
        this.header = new WavHeaderWriter(format, bitDepth);
        this.channels = format.channels();
        this.bitDepth = bitDepth;
        this.frameBytes = bitDepth / 8 * channels;
        this.buffer =
                ByteBuffer.allocate(BUFFER_BYTES / frameBytes * frameBytes)
                        .order(ByteOrder.LITTLE_ENDIAN);
        channel.position(0);
        writeAll(header.bytes(0));
    }

    @Override
    public void write(AudioBlock block) throws IOException {
        if (block.channels() != channels) {
            throw new IllegalArgumentException(block.channels() + " channels into " + channels);
        }
        int from = block.from();
        while (from < block.to()) {
            int count = Math.min(block.to() - from, buffer.remaining() / frameBytes);
            encode(block, from, from + count);
            from += count;
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
        frames += block.frames();
    }

    @Override
    public void commit() throws IOException {
        flush();
        if ((frames * frameBytes & 1) != 0) {
            writeAll(ByteBuffer.allocate(1));
        }
        channel.position(0);
        writeAll(header.bytes(frames));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void encode(AudioBlock block, int from, int to) {
        int start = buffer.position();
        for (int c = 0; c < channels; c++) {
            int at = start + c * bitDepth / 8;
            float[] plane = block.plane(c);
            switch (bitDepth) {
                case 16 -> encode16(plane, from, to, at);
                case 24 -> encode24(plane, from, to, at);
                default -> encodeFloat(plane, from, to, at);
            }
        }
        buffer.position(start + (to - from) * frameBytes);
    }

    private void encode16(float[] plane, int from, int to, int at) {
        for (int i = from; i < to; i++, at += frameBytes) {
            buffer.putShort(at, (short) step(plane[i], 0x8000));
        }
    }

    private void encode24(float[] plane, int from, int to, int at) {
        byte[] bytes = buffer.array();
        for (int i = from; i < to; i++, at += frameBytes) {
            int sample = step(plane[i], 0x800000);
            bytes[at] = (byte) sample;
            bytes[at + 1] = (byte) (sample >> 8);
            bytes[at + 2] = (byte) (sample >> 16);
        }
    }

    private void encodeFloat(float[] plane, int from, int to, int at) {
        for (int i = from; i < to; i++, at += frameBytes) {
            buffer.putFloat(at, plane[i]);
        }
    }

    private static int step(float sample, int fullScale) {
        double step = Math.rint((double) sample * fullScale);
        return (int) Math.max(-fullScale, Math.min(fullScale - 1, step));
    }

    private void flush() throws IOException {
        writeAll(buffer.flip());
        buffer.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
