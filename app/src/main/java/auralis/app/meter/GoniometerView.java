package auralis.app.meter;

import auralis.app.text.Texts;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Left and right as a cloud of fading points, turned by 45°: upright is mono, leaning is to one
 * side, lying is opposite phase. The distance from the middle is the root of the level, so that
 * quiet music can be seen.
 */
final class GoniometerView extends Meter {
    private static final float FADE = 0.84f;
    private static final float POINT = 0.5f;

    private final Picture picture = add(new Picture());
    private float[] glow = {};
    private Color ink = Color.GRAY;
    private boolean silent = true;

    GoniometerView() {
        super("meter.goniometer");
    }

    @Override
    void show(Heard heard, boolean numbers) {
        silent = heard.heard().points().length == 0;
        ink = color(heard.ink());
        fade();
        plot(heard.heard().points());
        draw();
    }

    @Override
    void rest() {
        silent = true;
        Arrays.fill(glow, 0);
        draw();
    }

    private void fade() {
        for (int i = 0; i < glow.length; i++) {
            glow[i] = glow[i] < 0.02f ? 0 : glow[i] * FADE;
        }
    }

    private void plot(float[] points) {
        float middle = picture.width() / 2f;
        for (int i = 0; i + 1 < points.length; i += 2) {
            float x = points[i];
            float y = points[i + 1];
            float radius = (float) Math.sqrt((x * x + y * y) / 2);
            if (radius > 0) {
                // The root of the distance, in the same direction.
                float stretch = (float) (Math.sqrt(Math.min(1, radius)) / (radius * Math.sqrt(2)));
                int column = (int) (middle + x * stretch * (middle - 1));
                int row = (int) (middle - y * stretch * (middle - 1));
                int at = row * picture.width() + column;
                if (at >= 0 && at < glow.length) {
                    glow[at] = Math.min(1, glow[at] + POINT);
                }
            }
        }
    }

    private void draw() {
        picture.tint(glow, ink);
        picture.present();
    }

    private double size() {
        return Math.min(getWidth(), getHeight() - TOP);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        picture.relocate(0, TOP);
        if (picture.fit(size(), size(), resolution())) {
            glow = new float[picture.width() * picture.height()];
        }
        draw();
    }

    @Override
    void drawScale(GraphicsContext pen) {
        double size = size();
        pen.setFill(color(Ink.GROUND));
        pen.fillOval(0, TOP, size, size);
        pen.setStroke(color(Ink.LINE));
        pen.setLineWidth(1);
        double middle = size / 2;
        double reach = middle * Math.sqrt(0.5);
        pen.strokeLine(middle - reach, TOP + middle - reach, middle + reach, TOP + middle + reach);
        pen.strokeLine(middle - reach, TOP + middle + reach, middle + reach, TOP + middle - reach);
    }

    @Override
    String spoken() {
        return silent ? Texts.text("meter.nothing") : Texts.text("meter.goniometer.spoken");
    }
}
