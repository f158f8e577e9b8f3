package auralis.library.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;

/**
 * Decodes one FLAC frame at a known place, or says that it is broken. jFLAC does the arithmetic; by
 * itself it would run on into later frames, play a frame with a wrong checksum as silence without a
 * word, and search for ever behind the end. So it is given the bytes of one frame only, and its
 * first complaint ends the attempt.
 */
final class FlacFrameDecoder {
    private final Feed feed;
    private final FLACDecoder decoder;
    private long end;

    FlacFrameDecoder(FlacHeader header, ByteWindow bytes) throws IOException {
        this.feed = new Feed(bytes, streamHead(header));
        this.decoder = new FLACDecoder(feed);
        decoder.readStreamInfo();
        decoder.addFrameListener(new Strict());
    }

    /**
     * @param maxBytes how far the frame may reach
     * @return whether the frame is intact: its samples are there until the next call
     * @throws IOException when the disk fails
     */
    boolean decode(long at, int maxBytes) throws IOException {
        feed.start(at, maxBytes);
        decoder.getBitInputStream().reset();
        int bad = decoder.getBadFrames();
        Frame frame;
        try {
            frame = decoder.readNextFrame();
        } catch (IOException | RuntimeException e) {
            feed.rethrowFault();
            return false;
        }
        end = feed.position - decoder.getBitInputStream().getInputBytesUnconsumed();
        return frame != null && decoder.getBadFrames() == bad;
    }

    int[] samples(int channel) {
        return decoder.getChannelData()[channel].getOutput();
    }

    /** The place in the file behind the frame last decoded. */
    long end() {
        return end;
    }

    /** Mark and STREAMINFO as the only metadata, with an unknown length: jFLAC stops at a known. */
    private static byte[] streamHead(FlacHeader header) {
        ByteBuffer head = ByteBuffer.allocate(8 + FlacHeader.STREAM_INFO_BYTES);
        head.put(new byte[] {'f', 'L', 'a', 'C', (byte) 0x80, 0, 0, FlacHeader.STREAM_INFO_BYTES});
        head.put(header.streamInfo().duplicate().rewind());
        byte[] bytes = head.array();
        bytes[21] &= (byte) 0xF0;
        Arrays.fill(bytes, 22, 26, (byte) 0);
        return bytes;
    }

    /** The stream that jFLAC reads: first the head, then one frame after the other. */
    private static final class Feed extends InputStream {
        private final ByteWindow bytes;
        private byte[] head;
        private long position;
        private long limit;
        private IOException fault;

        Feed(ByteWindow bytes, byte[] head) {
            this.bytes = bytes;
            this.head = head;
        }

        void start(long at, int maxBytes) {
            head = null;
            position = at;
            limit = at + maxBytes;
        }

        void rethrowFault() throws IOException {
            if (fault != null) {
                throw fault;
            }
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks only");
        }

        /** Ends with an exception of its own kind, since jFLAC forgets an EOFException. */
        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (head != null) {
                System.arraycopy(head, 0, target, offset, head.length);
                return head.length;
            }
            int wanted = (int) Math.min(count, limit - position);
            int copied = wanted == 0 ? 0 : copy(target, offset, wanted);
            if (copied == 0) {
                throw new Broken();
            }
            position += copied;
            return copied;
        }

        private int copy(byte[] target, int offset, int count) throws IOException {
            try {
                return bytes.copy(position, target, offset, count);
            } catch (IOException e) {
                fault = e;
                throw e;
            }
        }
    }

    /** Turns the first complaint into the end of the attempt. */
    private static final class Strict implements FrameListener {
        @Override
        public void processMetadata(Metadata metadata) {
            // The head was made here and tells nothing new.
        }

        @Override
        public void processFrame(Frame frame) {
            // Frames are asked for one by one.
        }

        @Override
        public void processError(String message) {
            throw new Broken();
        }
    }

    private static final class Broken extends RuntimeException {
        Broken() {
            super("broken frame", null, false, false);
        }
    }
}
