package auralis.library.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the first frame of an MP3 file tells when it holds no sound but a "Xing", "Info" or "VBRI"
 * tag, and the encoder delay and padding that LAME (and those who follow it) put into it:
 * gabriel.mp3-tech.org/mp3infotag.html.
 *
 * @param frames how many frames of sound follow; 0 when it does not say
 * @param delay samples that the encoder put in front
 * @param padding samples that it put behind
 */
record LameTag(long frames, int delay, int padding) {
    /** The delay of the decoder, which an encoder's count does not contain. */
    private static final int DECODER_DELAY = 529;

    private static final int FRAMES_FLAG = 1;
    private static final int VBRI_OFFSET = 36;
    private static final int VBRI_FRAMES = 14;
    private static final int ENCODER_OFFSET = 120;
    private static final int DELAY_OFFSET = 141;

    /** The tag in the frame at this place, or null when that frame is sound. */
    static LameTag read(ByteWindow bytes, long at, MpegHeader header) throws IOException {
        long xing = at + MpegHeader.BYTES + header.sideBytes();
        String mark = text(bytes, xing);
        if (mark.equals("Xing") || mark.equals("Info")) {
            return xing(bytes, xing, at + header.frameBytes());
        }
        if (text(bytes, at + VBRI_OFFSET).equals("VBRI")) {
            return new LameTag(
                    Integer.toUnsignedLong(bytes.intAt(at + VBRI_OFFSET + VBRI_FRAMES)), 0, 0);
        }
        return null;
    }

    private static LameTag xing(ByteWindow bytes, long xing, long end) throws IOException {
        boolean counted = (bytes.intAt(xing + 4) & FRAMES_FLAG) != 0;
        long frames = counted ? Integer.toUnsignedLong(bytes.intAt(xing + 8)) : 0;
        String encoder = text(bytes, xing + ENCODER_OFFSET);
        boolean known = encoder.equals("LAME") || encoder.equals("Lavf") || encoder.equals("Lavc");
        if (!known || xing + DELAY_OFFSET + 3 > end) {
            return new LameTag(frames, 0, 0);
        }
        int both = bytes.intAt(xing + DELAY_OFFSET) >>> 8;
        return new LameTag(
                frames, (both >>> 12) + DECODER_DELAY, Math.max(0, (both & 0xFFF) - DECODER_DELAY));
    }

    private static String text(ByteWindow bytes, long at) throws IOException {
        byte[] mark = new byte[4];
        for (int i = 0; i < mark.length; i++) {
            mark[i] = (byte) bytes.at(at + i);
        }
        return new String(mark, StandardCharsets.ISO_8859_1);
    }
}
