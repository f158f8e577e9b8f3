package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Tags behind the sound of an MP3 file: ID3v1, APE, Lyrics3, in any order. */
final class TrailingTags {
    private static final int ID3V1_BYTES = 128;
    private static final int APE_FOOTER_BYTES = 32;
    private static final int LYRICS_FOOTER_BYTES = 15;
    private static final int MAX_TAGS = 8;

    private TrailingTags() {}

    /** Where the sound ends. */
    static long start(FileChannel channel) throws IOException {
        long end = channel.size();
        for (int tag = 0; tag < MAX_TAGS; tag++) {
            long bytes = tagBytes(channel, end);
            if (bytes <= 0 || bytes > end) {
                return end;
            }
            end -= bytes;
        }
        return end;
    }

    private static long tagBytes(FileChannel channel, long end) throws IOException {
        if (text(channel, end - ID3V1_BYTES, 3).equals("TAG")) {
            return ID3V1_BYTES;
        }
        if (text(channel, end - APE_FOOTER_BYTES, 8).equals("APETAGEX")) {
            return apeBytes(Bytes.read(channel, end - APE_FOOTER_BYTES, APE_FOOTER_BYTES));
        }
        String lyrics = text(channel, end - LYRICS_FOOTER_BYTES, LYRICS_FOOTER_BYTES);
        if (lyrics.endsWith("LYRICS200") && lyrics.matches("\\d{6}.*")) {
            return Integer.parseInt(lyrics.substring(0, 6)) + LYRICS_FOOTER_BYTES;
        }
        return 0;
    }

    /** The size in the footer leaves out the header, which flag bit 31 tells of. */
    private static long apeBytes(ByteBuffer footer) {
        long size = Integer.toUnsignedLong(Integer.reverseBytes(footer.getInt(12)));
        boolean header = (Integer.reverseBytes(footer.getInt(20)) & 0x80000000) != 0;
        return header ? size + APE_FOOTER_BYTES : size;
    }

    private static String text(FileChannel channel, long at, int count) throws IOException {
        if (at < 0) {
            return "";
        }
        ByteBuffer bytes = Bytes.read(channel, at, count);
        return new String(bytes.array(), 0, bytes.limit(), StandardCharsets.ISO_8859_1);
    }
}
