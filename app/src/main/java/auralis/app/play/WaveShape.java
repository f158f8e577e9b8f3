package auralis.app.play;

import auralis.dsp.meter.WaveformSummary;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A waveform in one colour ({@code -wave-color}), as bars around the middle. */
final class WaveShape extends Region {
    private static final double BAR = 2;
    private static final double PITCH = 3;
    private static final StyleablePropertyFactory<WaveShape> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<WaveShape, Color> COLOR =
            STYLES.createColorCssMetaData("-wave-color", shape -> shape.color, Color.GRAY, false);

    private final Canvas canvas = new Canvas();
    private final StyleableObjectProperty<Color> color =
            new SimpleStyleableObjectProperty<>(COLOR, this, "color", Color.GRAY);
    private WaveformSummary summary;

    WaveShape(String styleClass) {
        getStyleClass().add(styleClass);
        setMouseTransparent(true);
        getChildren().add(canvas);
        color.subscribe(this::draw);
    }

    void show(WaveformSummary newSummary) {
        summary = newSummary;
        draw();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setFill(color.get());
        double middle = Math.floor(canvas.getHeight() / 2);
        int bars = (int) (canvas.getWidth() / PITCH);
        for (int bar = 0; bar < bars; bar++) {
            double half = Math.max(1, Math.round(level(bar, bars) * (middle - 1)));
            pen.fillRect(bar * PITCH, middle - half, BAR, 2 * half);
        }
    }

    /** The largest sample of a bar's stretch, 0..1; 0 while nothing is known. */
    private double level(int bar, int bars) {
        if (summary == null || summary.buckets() == 0) {
            return 0;
        }
        float[] min = summary.min();
        float[] max = summary.max();
        int from = (int) ((long) bar * min.length / bars);
        int to = Math.max(from + 1, (int) ((bar + 1L) * min.length / bars));
        float level = 0;
        for (int i = from; i < Math.min(to, min.length); i++) {
            level = Math.max(level, Math.max(-min[i], max[i]));
        }
        return Math.min(1, level);
    }
}
