package auralis.app.meter;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A picture drawn pixel by pixel, at the resolution of the screen: the cheapest kind where all of
 * it changes many times a second.
 */
final class Picture extends ImageView {
    private PixelBuffer<IntBuffer> buffer;
    private int[] pixels = {};
    private int width;
    private int height;

    Picture() {
        setSmooth(false);
    }

    /**
     * Clears it when it has another size now.
     *
     * @param resolution pixels per unit
     * @return whether it has
     */
    boolean fit(double unitsWide, double unitsHigh, double resolution) {
        int newWidth = Math.max(1, (int) Math.round(unitsWide * resolution));
        int newHeight = Math.max(1, (int) Math.round(unitsHigh * resolution));
        if (newWidth == width && newHeight == height) {
            return false;
        }
        width = newWidth;
        height = newHeight;
        pixels = new int[width * height];
        buffer =
                new PixelBuffer<>(
                        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        setImage(new WritableImage(buffer));
        setFitWidth(unitsWide);
        setFitHeight(unitsHigh);
        return true;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** Puts a colour over what is there. */
    void blend(int x, int y, int red, int green, int blue, float opacity) {
        int at = y * width + x;
        int old = pixels[at];
        float rest = 1 - opacity;
        int a = (int) (255 * opacity + rest * (old >>> 24) + 0.5f);
        int r = (int) (red * opacity + rest * (old >> 16 & 255) + 0.5f);
        int g = (int) (green * opacity + rest * (old >> 8 & 255) + 0.5f);
        int b = (int) (blue * opacity + rest * (old & 255) + 0.5f);
        pixels[at] = a << 24 | r << 16 | g << 8 | b;
    }

    /**
     * Sets all pixels to one colour.
     *
     * @param opacities 0..1, one for each pixel
     */
    void tint(float[] opacities, Color color) {
        int[] shades = new int[256];
        for (int i = 0; i < shades.length; i++) {
            shades[i] =
                    i << 24
                            | red(color) * i / 255 << 16
                            | green(color) * i / 255 << 8
                            | blue(color) * i / 255;
        }
        for (int i = 0; i < opacities.length; i++) {
            pixels[i] = shades[(int) (255 * opacities[i])];
        }
    }

    /** Brings what was drawn to the screen. */
    void present() {
        if (buffer != null) {
            buffer.updateBuffer(whole -> null);
        }
    }

    static int red(Color color) {
        return (int) Math.round(color.getRed() * 255);
    }

    static int green(Color color) {
        return (int) Math.round(color.getGreen() * 255);
    }

    static int blue(Color color) {
        return (int) Math.round(color.getBlue() * 255);
    }
}
