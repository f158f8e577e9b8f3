package auralis.app.meter;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.engine.SideReading;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.text.TextAlignment;

/**
 * The true peak of each channel with what it held for 2 s, the highest of the track, and how often
 * it went over the ceiling; a click clears that.
 */
final class PeakMeterView extends Meter {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double LOW_DB = -42;
    private static final double HIGH_DB = 3;
    private static final double[] NUMBERS = {-36, -24, -12, -6, 0};

    /** What is this near under full scale, or under the ceiling, is worth a look. */
    private static final double NEAR_DB = -3;

    private static final double NEAR_CEILING_DB = 2;
    private static final double LETTER = 14;
    private static final double GAP = SECOND_BAR - TOP - BAR;
    private static final double OVERS = 76;
    private static final int MOST_OVERS = 999;

    private final Canvas bars = layer();
    private final Label left = label("meter-letter");
    private final Label right = label("meter-letter");
    private final Label highestLetter = label("meter-letter");
    private final Label highest = label("meter-figure");
    private final Label overs = label("meter-over");
    private Aim aim = new Aim(0, 0);
    private int channels = 2;
    private SideReading shown;

    PeakMeterView(Runnable clearOvers) {
        super("meter.peak");
        left.setText(Texts.text("meter.peak.left"));
        right.setText(Texts.text("meter.peak.right"));
        highestLetter.setText(Texts.text("meter.peak.highest"));
        onPress(
                () -> {
                    clearOvers.run();
                    tellOvers(0);
                });
        clear();
    }

    @Override
    void aim(Aim now) {
        aim = now;
        redraw();
    }

    @Override
    void show(Heard heard, boolean numbers) {
        shown = heard.heard();
        List<SideReading.Peak> peaks = shown.peaks();
        if (channels != peaks.size()) {
            channels = peaks.size();
            redraw();
        }
        draw(peaks);
        if (numbers) {
            figures();
        }
    }

    private void draw(List<SideReading.Peak> peaks) {
        double[] places = new double[2 * channels];
        for (int c = 0; c < channels; c++) {
            places[2 * c] = scale().at(peaks.get(c).dbtp());
            places[2 * c + 1] = scale().at(peaks.get(c).heldDbtp());
        }
        if (!moved(places)) {
            return;
        }
        GraphicsContext pen = cleared(bars);
        for (int c = 0; c < channels; c++) {
            bar(pen, y(c), peaks.get(c));
        }
    }

    private void bar(GraphicsContext pen, double y, SideReading.Peak peak) {
        double near = Math.min(NEAR_DB, aim.ceilingDbtp() - NEAR_CEILING_DB);
        zone(pen, y, LOW_DB, Math.min(peak.dbtp(), near), Ink.FINE);
        zone(pen, y, near, Math.min(peak.dbtp(), aim.ceilingDbtp()), Ink.WARN);
        zone(pen, y, aim.ceilingDbtp(), peak.dbtp(), Ink.OVER);
        if (peak.heldDbtp() > LOW_DB) {
            pen.setFill(color(zoneOf(peak.heldDbtp(), near)));
            pen.fillRect(LETTER + scale().at(peak.heldDbtp()) - 2, y, 2, height());
        }
    }

    private Ink zoneOf(double dbtp, double near) {
        if (dbtp <= near) {
            return Ink.FINE;
        }
        return dbtp <= aim.ceilingDbtp() ? Ink.WARN : Ink.OVER;
    }

    private void zone(GraphicsContext pen, double y, double fromDb, double toDb, Ink ink) {
        double from = scale().at(fromDb);
        double to = scale().at(toDb);
        if (to > from) {
            pen.setFill(color(ink));
            pen.fillRect(LETTER + from, y, to - from, height());
        }
    }

    @Override
    void rest() {
        cleared(bars);
        moved();
    }

    void clear() {
        shown = null;
        figures();
    }

    private void figures() {
        int count = shown == null ? 0 : shown.overs();
        highest.setText(shown == null ? Numbers.UNKNOWN : Numbers.tenth(shown.maxTruePeakDbtp()));
        tellOvers(count);
    }

    private void tellOvers(int count) {
        highest.pseudoClassStateChanged(OVER, count > 0);
        overs.setText(
                count > MOST_OVERS
                        ? Texts.text("meter.peak.overs.many", MOST_OVERS)
                        : Texts.text("meter.peak.overs", count));
        overs.setVisible(count > 0);
    }

    private Scale scale() {
        return new Scale(LOW_DB, HIGH_DB, getWidth() - LETTER - 8);
    }

    /** Two bars have their usual places; any other number shares the height. */
    private double height() {
        return channels == 2
                ? BAR
                : Math.max(1, (UNDER_BARS - TOP - gap() * (channels - 1)) / channels);
    }

    private double gap() {
        return channels > 2 ? 1 : GAP;
    }

    private double y(int channel) {
        return TOP + channel * (height() + gap());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fit(bars, LETTER, TOP, scale().length(), UNDER_BARS - TOP);
        left.setVisible(channels == 2);
        right.setVisible(channels == 2);
        place(left, 0, TOP, LETTER, BAR);
        place(right, 0, SECOND_BAR, LETTER, BAR);
        place(highestLetter, 0, FIGURES + 2, 30, FIGURES_HEIGHT - 2);
        place(highest, 32, FIGURES, 60, FIGURES_HEIGHT);
        place(overs, getWidth() - 8 - OVERS, FIGURES + 2, OVERS, FIGURES_HEIGHT - 3);
    }

    @Override
    void drawScale(GraphicsContext pen) {
        Scale scale = scale();
        pen.setFill(color(Ink.GROUND));
        for (int c = 0; c < channels; c++) {
            pen.fillRect(LETTER, y(c), scale.length(), height());
        }
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.BASELINE);
        for (double db : NUMBERS) {
            double x = LETTER + scale.at(db);
            pen.setFill(color(Ink.LINE));
            pen.fillRect(x, UNDER_BARS + 1, 1, 3);
            number(pen, Numbers.whole(db), x, UNDER_BARS + 13);
        }
        double ceiling = LETTER + scale.at(aim.ceilingDbtp());
        pen.setFill(color(Ink.MARK));
        pen.fillPolygon(
                new double[] {ceiling - 4, ceiling + 4, ceiling},
                new double[] {TOP - 6, TOP - 6, TOP - 1},
                3);
        pen.fillRect(ceiling - 0.5, TOP, 1, UNDER_BARS - TOP);
    }

    @Override
    String spoken() {
        return shown == null
                ? Texts.text("meter.nothing")
                : Texts.text(
                        "meter.peak.spoken", Numbers.tenth(shown.maxTruePeakDbtp()), shown.overs());
    }
}
