package auralis.library.tag;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What the heads of JPEG and PNG pictures tell, for the formats of tags that repeat it.
 *
 * @param width in pixels; 0 when unknown, as the others
 * @param bits of a pixel
 */
record PixelSize(int width, int height, int bits) {
    private static final PixelSize UNKNOWN = new PixelSize(0, 0, 0);

    static PixelSize of(byte[] picture) {
        try {
            ByteBuffer in = ByteBuffer.wrap(picture);
            return switch (Picture.mime(picture)) {
                case "image/png" -> png(in);
                case "image/jpeg" -> jpeg(in);
                default -> UNKNOWN;
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return UNKNOWN;
        }
    }

    private static PixelSize png(ByteBuffer in) {
        int samples =
                switch (in.get(25)) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        return new PixelSize(in.getInt(16), in.getInt(20), samples * in.get(24));
    }

    /** The first frame header (ITU-T T.81, B.2.2), found from marker to marker. */
    private static PixelSize jpeg(ByteBuffer in) {
        int at = 2;
        while (at + 4 <= in.limit()) {
            int marker = in.getShort(at) & 0xFFFF;
            boolean frame = marker >= 0xFFC0 && marker <= 0xFFCF && (marker & 3) != 0;
            if (frame || marker == 0xFFC0) {
                return new PixelSize(
                        in.getShort(at + 7) & 0xFFFF,
                        in.getShort(at + 5) & 0xFFFF,
                        in.get(at + 4) * in.get(at + 9));
            }
            at += marker == 0xFFFF ? 1 : 2 + (in.getShort(at + 2) & 0xFFFF);
        }
        return UNKNOWN;
    }
}
