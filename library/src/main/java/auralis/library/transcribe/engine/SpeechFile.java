package auralis.library.transcribe.engine;

import auralis.dsp.speech.Span;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A recording as engines hear it: one channel at 16 kHz, 16-bit little-endian samples without a
 * header, so that every piece of it is a read at an offset. Any thread.
 */
public final class SpeechFile implements Closeable {
    /** In Hz. */
    public static final int SAMPLE_RATE = 16_000;

    /** Of a sample. */
    public static final int BYTES = 2;

    private final Path file;
    private final FileChannel channel;

    public SpeechFile(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    public Path file() {
        return file;
    }

    /** How many samples there are. */
    public long samples() throws IOException {
        return channel.size() / BYTES;
    }

    /** Length in seconds. */
    public double seconds() throws IOException {
        return (double) samples() / SAMPLE_RATE;
    }

    /** The number of the first sample at or after a time. */
    public static long sampleAt(double seconds) {
        return Math.round(seconds * SAMPLE_RATE);
    }

    /** The bytes of a stretch, ready to be read; shorter where the recording ends before it. */
    public ByteBuffer bytes(Span span) throws IOException {
        long from = sampleAt(span.start());
        long to = Math.min(sampleAt(span.end()), samples());
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(Math.max(0, to - from) * BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from * BYTES + bytes.position()) < 0) {
                throw new EOFException(file + " became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    /** The samples of a stretch, -1..1; fewer where the recording ends before it. */
    public float[] samples(Span span) throws IOException {
        ByteBuffer bytes = bytes(span);
        float[] samples = new float[bytes.remaining() / BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort() / 32_768f;
        }
        return samples;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
