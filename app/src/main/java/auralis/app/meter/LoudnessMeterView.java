package auralis.app.meter;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.engine.SideReading;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.text.TextAlignment;

/**
 * Momentary and short-term loudness as bars, integrated loudness and range as numbers; in LUFS or,
 * after a click, in LU relative to the target. A thin mark shows the side that is not heard.
 */
final class LoudnessMeterView extends Meter {
    private static final PseudoClass UNSTABLE = PseudoClass.getPseudoClass("unstable");
    private static final double LOW_LUFS = -36;
    private static final double HIGH_LUFS = 0;
    private static final double STEP_LU = 6;
    private static final double LETTER = 16;
    private static final double FIGURE = 44;

    private final Canvas bars = layer();
    private final Label momentaryLetter = label("meter-letter");
    private final Label shortTermLetter = label("meter-letter");
    private final Label momentary = label("meter-number");
    private final Label shortTerm = label("meter-number");
    private final Label integratedLetter = label("meter-letter");
    private final Label integrated = label("meter-figure");
    private final Label rangeLetter = label("meter-letter");
    private final Label range = label("meter-figure");
    private Aim aim = new Aim(0, 0);
    private boolean relative;
    private SideReading shown;

    LoudnessMeterView() {
        super("meter.loudness");
        momentaryLetter.setText(Texts.text("meter.loudness.momentary"));
        shortTermLetter.setText(Texts.text("meter.loudness.short"));
        integratedLetter.setText(Texts.text("meter.loudness.integrated"));
        rangeLetter.setText(Texts.text("meter.loudness.range"));
        onPress(this::swapScale);
        figures(null);
    }

    private void swapScale() {
        relative = !relative;
        caption().setText(Texts.text(relative ? "meter.loudness.relative" : "meter.loudness"));
        figures(shown);
        redraw();
    }

    @Override
    void aim(Aim now) {
        aim = now;
        figures(shown);
        redraw();
    }

    @Override
    void show(Heard heard, boolean numbers) {
        shown = heard.heard();
        double momentaryAt = at(shown.momentaryLufs());
        double shortTermAt = at(shown.shortTermLufs());
        double otherMomentaryAt = at(heard.other().momentaryLufs());
        double otherShortTermAt = at(heard.other().shortTermLufs());
        if (moved(
                momentaryAt,
                shortTermAt,
                otherMomentaryAt,
                otherShortTermAt,
                heard.side().ordinal())) {
            GraphicsContext pen = cleared(bars);
            bar(pen, TOP, momentaryAt, otherMomentaryAt, heard);
            bar(pen, SECOND_BAR, shortTermAt, otherShortTermAt, heard);
        }
        if (numbers) {
            figures(shown);
        }
    }

    private double at(OptionalDouble lufs) {
        return scale().at(lufs.orElse(LOW_LUFS));
    }

    private void bar(GraphicsContext pen, double y, double length, double other, Heard heard) {
        pen.setFill(color(heard.ink()));
        pen.fillRect(LETTER, y, length, BAR);
        if (other > 0) {
            pen.setFill(color(Ink.GROUND));
            pen.fillRect(LETTER + other - 2, y, 4, BAR);
            pen.setFill(color(heard.otherInk()));
            pen.fillRect(LETTER + other - 1, y, 2, BAR);
        }
    }

    @Override
    void rest() {
        cleared(bars);
        moved();
        momentary.setText(Numbers.UNKNOWN);
        shortTerm.setText(Numbers.UNKNOWN);
    }

    /** Forgets the track. */
    void clear() {
        shown = null;
        figures(null);
    }

    private void figures(SideReading side) {
        momentary.setText(side == null ? Numbers.UNKNOWN : words(side.momentaryLufs()));
        shortTerm.setText(side == null ? Numbers.UNKNOWN : words(side.shortTermLufs()));
        integrated.setText(side == null ? Numbers.UNKNOWN : words(side.integratedLufs()));
        boolean unstable = side != null && side.rangeLu().isPresent() && !side.rangeStable();
        String lu = side == null ? Numbers.UNKNOWN : Numbers.tenth(side.rangeLu());
        range.setText(unstable ? Texts.text("meter.loudness.unstable", lu) : lu);
        range.pseudoClassStateChanged(UNSTABLE, unstable);
    }

    private String words(OptionalDouble lufs) {
        if (lufs.isEmpty()) {
            return Numbers.UNKNOWN;
        }
        return relative
                ? Numbers.signedTenth(lufs.getAsDouble() - aim.targetLufs())
                : Numbers.tenth(lufs.getAsDouble());
    }

    private Scale scale() {
        return new Scale(LOW_LUFS, HIGH_LUFS, getWidth() - LETTER - FIGURE);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fit(bars, LETTER, TOP, scale().length(), UNDER_BARS - TOP);
        place(momentaryLetter, 0, TOP, LETTER, BAR);
        place(shortTermLetter, 0, SECOND_BAR, LETTER, BAR);
        place(momentary, getWidth() - FIGURE, TOP, FIGURE, BAR);
        place(shortTerm, getWidth() - FIGURE, SECOND_BAR, FIGURE, BAR);
        place(integratedLetter, 0, FIGURES + 2, LETTER, FIGURES_HEIGHT - 2);
        place(integrated, LETTER, FIGURES, 70, FIGURES_HEIGHT);
        place(rangeLetter, 104, FIGURES + 2, 30, FIGURES_HEIGHT - 2);
        place(range, 134, FIGURES, 90, FIGURES_HEIGHT);
    }

    @Override
    void drawScale(GraphicsContext pen) {
        Scale scale = scale();
        pen.setFill(color(Ink.GROUND));
        pen.fillRect(LETTER, TOP, scale.length(), BAR);
        pen.fillRect(LETTER, SECOND_BAR, scale.length(), BAR);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.BASELINE);
        double zero = relative ? aim.targetLufs() : 0;
        double first = zero - Math.floor((zero - LOW_LUFS) / STEP_LU) * STEP_LU;
        for (double lufs = first; lufs <= HIGH_LUFS; lufs += STEP_LU) {
            double x = LETTER + scale.at(lufs);
            pen.setFill(color(Ink.LINE));
            pen.fillRect(Math.min(x, LETTER + scale.length() - 1), UNDER_BARS + 1, 1, 3);
            number(pen, numberOf(lufs - zero), x, UNDER_BARS + 13);
        }
        drawTarget(pen, LETTER + scale.at(aim.targetLufs()));
    }

    private String numberOf(double value) {
        return relative ? Numbers.signedWhole(value) : Numbers.whole(value);
    }

    /** A triangle over the bars and a line through what is between and under them. */
    private void drawTarget(GraphicsContext pen, double x) {
        pen.setFill(color(Ink.MARK));
        pen.fillPolygon(
                new double[] {x - 4, x + 4, x}, new double[] {TOP - 6, TOP - 6, TOP - 1}, 3);
        pen.fillRect(x - 0.5, TOP, 1, UNDER_BARS - TOP);
    }

    @Override
    String spoken() {
        if (shown == null) {
            return Texts.text("meter.nothing");
        }
        return Texts.text(
                relative ? "meter.loudness.spoken.relative" : "meter.loudness.spoken",
                words(shown.momentaryLufs()),
                words(shown.shortTermLufs()),
                words(shown.integratedLufs()),
                Numbers.tenth(shown.rangeLu()));
    }
}
