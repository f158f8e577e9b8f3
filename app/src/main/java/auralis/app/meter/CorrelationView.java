package auralis.app.meter;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.text.TextAlignment;

/** How left and right agree, from opposite (-1) to equal (+1); amber below 0. */
final class CorrelationView extends Meter {
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private final Canvas bar = layer();
    private final Label figure = label("meter-figure");
    private final Label words = label("meter-letter");
    private OptionalDouble shown = OptionalDouble.empty();

    CorrelationView() {
        super("meter.correlation");
        rest();
    }

    @Override
    void show(Heard heard, boolean numbers) {
        shown = heard.heard().correlation();
        double value = scale().at(shown.orElse(0));
        if (moved(value, shown.isPresent() ? 1 : 0)) {
            draw(value);
        }
        if (numbers) {
            figures();
        }
    }

    private void draw(double value) {
        GraphicsContext pen = cleared(bar);
        double zero = scale().at(0);
        if (shown.isPresent()) {
            pen.setFill(color(value < zero ? Ink.WARN : Ink.FINE));
            pen.fillRect(Math.min(zero, value), TOP, Math.max(1, Math.abs(value - zero)), BAR);
            double left = Math.max(0, Math.min(getWidth() - 3, value - 1));
            pen.fillRect(left, TOP - 3, 3, BAR + 6);
        }
    }

    private void figures() {
        boolean below = shown.orElse(0) < 0;
        figure.setText(
                shown.isPresent() ? Numbers.signedHundredth(shown.getAsDouble()) : Numbers.UNKNOWN);
        figure.pseudoClassStateChanged(BELOW, below);
        words.setText(shown.isPresent() ? Texts.text(meaning(shown.getAsDouble())) : "");
    }

    private static String meaning(double correlation) {
        if (correlation < 0) {
            return "meter.correlation.opposite";
        }
        return correlation > 0.95 ? "meter.correlation.mono" : "meter.correlation.wide";
    }

    @Override
    void rest() {
        shown = OptionalDouble.empty();
        cleared(bar);
        moved();
        figures();
    }

    private Scale scale() {
        return new Scale(-1, 1, getWidth());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fit(bar, 0, TOP - 3, getWidth(), BAR + 6);
        place(figure, 0, FIGURES, 56, FIGURES_HEIGHT);
        place(words, 56, FIGURES + 2, getWidth() - 56, FIGURES_HEIGHT - 2);
    }

    @Override
    void drawScale(GraphicsContext pen) {
        pen.setFill(color(Ink.GROUND));
        pen.fillRect(0, TOP, getWidth(), BAR);
        pen.setFill(color(Ink.LINE));
        pen.fillRect(Math.floor(getWidth() / 2), TOP - 2, 1, BAR + 4);
        pen.setTextBaseline(VPos.BASELINE);
        double baseline = TOP + BAR + 13;
        pen.setTextAlign(TextAlignment.LEFT);
        number(pen, Numbers.signedWhole(-1), 0, baseline);
        pen.setTextAlign(TextAlignment.CENTER);
        number(pen, Numbers.signedWhole(0), getWidth() / 2, baseline);
        pen.setTextAlign(TextAlignment.RIGHT);
        number(pen, Numbers.signedWhole(1), getWidth(), baseline);
    }

    @Override
    String spoken() {
        return shown.isPresent()
                ? Texts.text(
                        "meter.correlation.spoken", Numbers.signedHundredth(shown.getAsDouble()))
                : Texts.text("meter.nothing");
    }
}
