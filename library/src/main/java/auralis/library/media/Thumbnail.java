package auralis.library.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Scales a coded picture down, without ever holding much more of it than is needed. */
final class Thumbnail {
    private static final long MAX_PIXELS = 100_000_000;

    private Thumbnail() {}

    /**
     * @param pixels the side of the square that it is to fit
     * @throws IOException when it is damaged, too large, or of a kind that Java does not decode
     */
    static byte[] encode(byte[] picture, int pixels) throws IOException {
        BufferedImage scaled = scale(decode(picture, 2 * pixels), pixels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean opaque = !scaled.getColorModel().hasAlpha();
        if (!ImageIO.write(scaled, opaque ? "jpg" : "png", out)) {
            throw new IOException("no encoder for it");
        }
        return out.toByteArray();
    }

    /** Takes only every n-th pixel where that leaves at least so many. */
    private static BufferedImage decode(byte[] picture, int enough) throws IOException {
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no kind of picture that is known here");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MAX_PIXELS) {
                    throw new IOException(width + " × " + height + " pixels are too many");
                }
                int step = Math.max(1, Math.max(width, height) / enough);
                step = Math.min(step, Math.min(width, height));
                ImageReadParam every = reader.getDefaultReadParam();
                every.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, every);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage scale(BufferedImage image, int pixels) {
        double longest = Math.max(image.getWidth(), image.getHeight());
        double ratio = Math.min(1, pixels / longest);
        int width = (int) Math.max(1, Math.round(image.getWidth() * ratio));
        int height = (int) Math.max(1, Math.round(image.getHeight() * ratio));
        boolean opaque = !image.getColorModel().hasAlpha();
        BufferedImage scaled =
                new BufferedImage(
                        width,
                        height,
                        opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = scaled.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return scaled;
    }
}
