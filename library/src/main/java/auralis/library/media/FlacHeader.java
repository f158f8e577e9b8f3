package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What stands in front of the frames of a FLAC file (RFC 9639, section 8). Only STREAMINFO is read;
 * all other metadata is stepped over unseen, so nothing in it can ask for memory.
 *
 * @param streamInfo the 34 bytes of the block
 * @param firstFrame where the frames begin in the file
 */
record FlacHeader(ByteBuffer streamInfo, long firstFrame) {
    static final int STREAM_INFO_BYTES = 34;

    private static final int MARK_BYTES = 4;
    private static final int BLOCK_HEAD_BYTES = 4;
    private static final int MAX_BLOCKS = 10_000;

    static FlacHeader read(Path file, FileChannel channel) throws IOException {
        long at = Id3v2.end(channel) + MARK_BYTES;
        ByteBuffer streamInfo = Bytes.read(channel, at + BLOCK_HEAD_BYTES, STREAM_INFO_BYTES);
        for (int block = 0; block < MAX_BLOCKS; block++) {
            ByteBuffer head = Bytes.read(channel, at, BLOCK_HEAD_BYTES);
            if (head.limit() < BLOCK_HEAD_BYTES) {
                break;
            }
            if (block == 0 && (head.getInt(0) & 0x7FFFFFFF) != STREAM_INFO_BYTES) {
                break;
            }
            at += BLOCK_HEAD_BYTES + (head.getInt(0) & 0xFFFFFF);
            boolean last = head.get(0) < 0;
            if (last && streamInfo.limit() == STREAM_INFO_BYTES) {
                return new FlacHeader(streamInfo, at);
            }
        }
        throw new MediaException(file, "its header is damaged", ReadFault.COPY_AGAIN);
    }

    int minBlockSize() {
        return Short.toUnsignedInt(streamInfo.getShort(0));
    }

    int maxBlockSize() {
        return Short.toUnsignedInt(streamInfo.getShort(2));
    }

    int sampleRate() {
        return streamInfo.getInt(10) >>> 12;
    }

    int channels() {
        return (streamInfo.get(12) >> 1 & 7) + 1;
    }

    int bitDepth() {
        return (streamInfo.getShort(12) >> 4 & 31) + 1;
    }

    /** The length of the stream, 0 when it was not known to the encoder. */
    long totalFrames() {
        return streamInfo.getLong(10) & 0xF_FFFF_FFFFL;
    }
}
