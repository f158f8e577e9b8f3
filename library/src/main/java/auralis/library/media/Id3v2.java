package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** ID3v2 tags in front of the sound (id3.org, ID3v2.4 structure, section 3.1). */
final class Id3v2 {
    private static final int HEAD_BYTES = 10;
    private static final int FOOTER_FLAG = 0x10;
    private static final int MAX_TAGS = 16;

    private Id3v2() {}

    /** Where the file goes on behind its tags: 0 without one. */
    static long end(FileChannel channel) throws IOException {
        long end = 0;
        for (int tag = 0; tag < MAX_TAGS; tag++) {
            ByteBuffer head = Bytes.read(channel, end, HEAD_BYTES);
            if (!isTag(head)) {
                return end;
            }
            end += HEAD_BYTES + size(head) + ((head.get(5) & FOOTER_FLAG) != 0 ? HEAD_BYTES : 0);
        }
        return end;
    }

    private static boolean isTag(ByteBuffer head) {
        return head.limit() == HEAD_BYTES
                && head.get(0) == 'I'
                && head.get(1) == 'D'
                && head.get(2) == '3'
                && head.get(3) != -1
                && (head.getInt(6) & 0x80808080) == 0;
    }

    /** Four bytes of seven bits each. */
    private static int size(ByteBuffer head) {
        return head.get(6) << 21 | head.get(7) << 14 | head.get(8) << 7 | head.get(9);
    }
}
