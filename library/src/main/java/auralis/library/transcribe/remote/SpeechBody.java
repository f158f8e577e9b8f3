package auralis.library.transcribe.remote;

import auralis.dsp.speech.Span;
import auralis.library.transcribe.engine.SpeechFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fields and a piece of a recording as WAV, as forms send them (RFC 7578); the sound is read while
 * it is sent. Servers refuse what is shorter than 0.1 s and hear nothing below a second, so short
 * pieces end in silence.
 */
final class SpeechBody {
    private static final int WAV_HEADER = 44;
    private static final long LEAST_SAMPLES = 6L * SpeechFile.SAMPLE_RATE / 5;
    private static final int BLOCK_SAMPLES = 16_384;

    private final SpeechFile recording;
    private final long from;
    private final long samples;
    private final String boundary = "auralis-" + UUID.randomUUID();
    private final StringBuilder fields = new StringBuilder();
    private final AtomicLong sent = new AtomicLong();

    SpeechBody(SpeechFile recording, Span piece) throws IOException {
        this.recording = recording;
        this.from = SpeechFile.sampleAt(piece.start());
        long to = Math.min(SpeechFile.sampleAt(piece.end()), recording.samples());
        this.samples = Math.max(0, to - from);
    }

    /** Whether there is no sound in it. */
    boolean isEmpty() {
        return samples == 0;
    }

    void field(String name, String value) {
        part("form-data; name=\"" + name + "\"").append("\r\n").append(value).append("\r\n");
    }

    private StringBuilder part(String disposition) {
        return fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: ")
                .append(disposition)
                .append("\r\n");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** Of the whole body. */
    long bytes() {
        return head().length + WAV_HEADER + soundBytes() + tail().length;
    }

    /** How many of them were sent. */
    long sent() {
        return sent.get();
    }

    BodyPublisher publisher() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::stream), bytes());
    }

    private InputStream stream() {
        sent.set(0);
        InputStream whole =
                new SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        new ByteArrayInputStream(head()),
                                        new ByteArrayInputStream(wavHeader()),
                                        new Sound(),
                                        new ByteArrayInputStream(tail()))));
        return new Counted(whole);
    }

    private byte[] head() {
        String file =
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"speech.wav\"\r\nContent-Type: audio/wav\r\n\r\n";
        return (fields + file).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] tail() {
        return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private long soundBytes() {
        return Math.max(LEAST_SAMPLES, samples) * SpeechFile.BYTES;
    }

    private byte[] wavHeader() {
        int sound = Math.toIntExact(soundBytes());
        return ByteBuffer.allocate(WAV_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(WAV_HEADER - 8 + sound)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(SpeechFile.SAMPLE_RATE)
                .putInt(SpeechFile.SAMPLE_RATE * SpeechFile.BYTES)
                .putShort((short) SpeechFile.BYTES)
                .putShort((short) (SpeechFile.BYTES * 8))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(sound)
                .array();
    }

    /** The piece, block by block, and silence where it is too short. */
    private final class Sound extends InputStream {
        private ByteBuffer block = ByteBuffer.allocate(0);
        private long at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!block.hasRemaining()) {
                block = next();
            }
            if (!block.hasRemaining()) {
                return -1;
            }
            int count = Math.min(length, block.remaining());
            block.get(into, offset, count);
            return count;
        }

        private ByteBuffer next() throws IOException {
            long end = Math.min(samples, at + BLOCK_SAMPLES);
            if (at < samples) {
                Span span = new Span(seconds(from + at), seconds(from + end));
                at = end;
                return recording.bytes(span);
            }
            long silence = Math.max(0, soundBytes() / SpeechFile.BYTES - at);
            at += silence;
            return ByteBuffer.allocate(Math.toIntExact(silence * SpeechFile.BYTES));
        }

        private static double seconds(long sample) {
            return (double) sample / SpeechFile.SAMPLE_RATE;
        }
    }

    /** Tells how much was read. */
    private final class Counted extends InputStream {
        private final InputStream source;

        Counted(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int one = source.read();
            sent.addAndGet(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = source.read(into, offset, length);
            sent.addAndGet(Math.max(0, count));
            return count;
        }
    }
}
