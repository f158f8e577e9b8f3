package auralis.app.meter;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.text.TextAlignment;

/** How much the limiter turns down: grows from the top, with what it held for a second. */
final class ReductionMeterView extends Meter {
    private static final double MOST_DB = 12;
    private static final double[] NUMBERS = {0, 4, 8, 12};
    private static final double LENGTH = UNDER_BARS + 10 - TOP;
    private static final Scale SCALE = new Scale(0, MOST_DB, LENGTH);

    private final Canvas bar = layer();
    private final Label figure = label("meter-figure");
    private double heldDb;

    ReductionMeterView() {
        super("meter.reduction");
        rest();
    }

    @Override
    void show(Heard heard, boolean numbers) {
        heldDb = heard.reading().heldReductionDb();
        double length = SCALE.at(heard.reading().reductionDb());
        double held = SCALE.at(heldDb);
        if (moved(length, held)) {
            GraphicsContext pen = cleared(bar);
            pen.setFill(color(Ink.REDUCTION));
            pen.fillRect(0, TOP, BAR, length);
            pen.fillRect(0, TOP + held - 1, BAR, held > 0 ? 2 : 0);
        }
        if (numbers) {
            figure.setText(Numbers.tenth(0 - heldDb));
        }
    }

    @Override
    void rest() {
        heldDb = 0;
        cleared(bar);
        moved();
        figure.setText(Numbers.UNKNOWN);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fit(bar, 0, TOP, BAR, LENGTH);
        place(figure, 0, FIGURES, getWidth(), FIGURES_HEIGHT);
    }

    @Override
    void drawScale(GraphicsContext pen) {
        pen.setFill(color(Ink.GROUND));
        pen.fillRect(0, TOP, BAR, LENGTH);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        for (double db : NUMBERS) {
            double y = TOP + Math.max(4, Math.min(LENGTH - 4, SCALE.at(db)));
            number(pen, Numbers.whole(0 - db), BAR + 6, y);
        }
    }

    @Override
    String spoken() {
        return Texts.text("meter.reduction.spoken", Numbers.tenth(heldDb));
    }
}
