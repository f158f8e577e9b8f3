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

/**
 * A waveform as bars around the middle: the mastered shape ({@code -wave-color}) before the
 * original ({@code -wave-ghost}), which shows where the limiter takes something; or the original
 * alone. Marks above the bars ({@code -wave-over}) say where the original reaches full scale.
 */
public final class WaveShape extends Region {
    private static final double BAR = 2;
    private static final double PITCH = 3;
    private static final double MARK = 2;
    private static final StyleablePropertyFactory<WaveShape> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<WaveShape, Color> COLOR =
            STYLES.createColorCssMetaData("-wave-color", shape -> shape.color, Color.GRAY, false);
    private static final CssMetaData<WaveShape, Color> GHOST =
            STYLES.createColorCssMetaData("-wave-ghost", shape -> shape.ghost, Color.GRAY, false);
    private static final CssMetaData<WaveShape, Color> OVER =
            STYLES.createColorCssMetaData("-wave-over", shape -> shape.over, Color.RED, false);

    private final Canvas canvas = new Canvas();
    private final StyleableObjectProperty<Color> color =
            new SimpleStyleableObjectProperty<>(COLOR, this, "color", Color.GRAY);
    private final StyleableObjectProperty<Color> ghost =
            new SimpleStyleableObjectProperty<>(GHOST, this, "ghost", Color.GRAY);
    private final StyleableObjectProperty<Color> over =
            new SimpleStyleableObjectProperty<>(OVER, this, "over", Color.RED);
    private Wave wave; // null while nothing is known

    /**
     * @param styleClass by which it gets its colours
     */
    public WaveShape(String styleClass) {
        getStyleClass().add(styleClass);
        setMouseTransparent(true);
        getChildren().add(canvas);
        List.of(color, ghost, over).forEach(ink -> ink.subscribe(this::draw));
    }

    /**
     * @param newWave null while nothing is known: a line is shown
     */
    public void show(Wave newWave) {
        wave = newWave;
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
        int bars = (int) (canvas.getWidth() / PITCH);
        float[] original = wave == null ? new float[bars] : levels(wave.original(), bars);
        if (wave != null && wave.mastered().isPresent()) {
            both(pen, original, levels(wave.mastered().get(), bars));
        } else {
            for (int bar = 0; bar < bars; bar++) {
                bar(pen, bar, original[bar], color.get());
            }
        }
        pen.setFill(over.get());
        for (int bar = 0; bar < bars; bar++) {
            if (Wave.isOver(original[bar])) {
                pen.fillRect(bar * PITCH, 0, BAR, MARK);
            }
        }
    }

    private void both(GraphicsContext pen, float[] original, float[] mastered) {
        for (int bar = 0; bar < original.length; bar++) {
            bar(pen, bar, original[bar] * wave.originalGain(), ghost.get());
            bar(pen, bar, mastered[bar] * wave.masteredGain(), color.get());
        }
    }

    private void bar(GraphicsContext pen, int bar, double level, Color ink) {
        double middle = Math.floor(canvas.getHeight() / 2);
        double half = Math.max(1, Math.round(Math.min(1, level) * (middle - MARK - 1)));
        pen.setFill(ink);
        pen.fillRect(bar * PITCH, middle - half, BAR, 2 * half);
    }

    /** The largest sample of each bar's stretch. */
    private static float[] levels(WaveformSummary summary, int bars) {
        float[] levels = new float[bars];
        float[] min = summary.min();
        float[] max = summary.max();
        for (int bar = 0; bar < bars && min.length > 0; bar++) {
            int from = (int) ((long) bar * min.length / bars);
            int to = Math.max(from + 1, (int) ((bar + 1L) * min.length / bars));
            for (int i = from; i < to; i++) {
                levels[bar] = Math.max(levels[bar], Math.max(-min[i], max[i]));
            }
        }
        return levels;
    }
}
