package auralis.app.meter;

import auralis.app.play.Side;
import auralis.app.text.Texts;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The spectrum from 20 Hz to 20 kHz: the side that is heard filled, the other as a thin line; what
 * lies between them is what mastering does.
 */
final class SpectrumView extends Meter {
    private static final double LOW_HZ = 20;
    private static final double DECADES = 3;
    private static final double LOW_DB = -66;
    private static final double HIGH_DB = -6;
    private static final double[] LINES_HZ = {50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};
    private static final double[] LINES_DB = {-18, -30, -42, -54};
    private static final double NUMBERS_HEIGHT = 13;

    /** Narrower, every other number is left out. */
    private static final double ROOMY = 300;

    private static final float FILL = 0.28f;
    private static final float EDGE = 0.8f;

    private final Picture picture = add(new Picture());
    private final Label mastered = label("meter-legend", "mastered");
    private final Label original = label("meter-legend", "original");
    private float[] heardDb = {};
    private float[] otherDb = {};
    private Side side;

    SpectrumView() {
        super("meter.spectrum");
        mastered.setText(Texts.text("meter.spectrum.mastered"));
        original.setText(Texts.text("meter.spectrum.original"));
        mastered.setAlignment(Pos.CENTER_RIGHT);
        original.setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(80);
    }

    @Override
    void show(Heard heard, boolean numbers) {
        float[] now = heard.heard().spectrumDb();
        float[] other = heard.other().spectrumDb();
        if (now != heardDb || other != otherDb || heard.side() != side) {
            heardDb = now;
            otherDb = other;
            side = heard.side();
            draw();
        }
    }

    @Override
    void rest() {
        heardDb = new float[0];
        otherDb = heardDb;
        draw();
    }

    private void draw() {
        picture.clear();
        if (heardDb.length > 0) {
            boolean isMastered = side == Side.MASTERED;
            fill(heardDb, color(isMastered ? Ink.MASTERED : Ink.ORIGINAL));
            line(otherDb, color(isMastered ? Ink.ORIGINAL : Ink.MASTERED), 0.6);
        }
        picture.present();
    }

    private void fill(float[] db, Color color) {
        int red = Picture.red(color);
        int green = Picture.green(color);
        int blue = Picture.blue(color);
        for (int x = 0; x < picture.width(); x++) {
            double top = height(db, x);
            for (int y = (int) Math.max(0, top); y < picture.height(); y++) {
                float covered = (float) Math.max(0, Math.min(1, y + 1 - top));
                picture.blend(x, y, red, green, blue, FILL * covered);
            }
        }
        line(db, color, 0.8);
    }

    /** A curve with soft edges: in each column a stroke from the one before to this. */
    private void line(float[] db, Color color, double halfWidth) {
        int red = Picture.red(color);
        int green = Picture.green(color);
        int blue = Picture.blue(color);
        double before = height(db, 0);
        for (int x = 0; x < picture.width(); x++) {
            double now = height(db, x);
            double from = Math.min(before, now) - halfWidth;
            double to = Math.max(before, now) + halfWidth;
            int last = Math.min(picture.height() - 1, (int) to);
            for (int y = Math.max(0, (int) from); y <= last; y++) {
                double covered = Math.min(y + 1, to) - Math.max(y, from);
                picture.blend(x, y, red, green, blue, EDGE * (float) Math.max(0, covered));
            }
            before = now;
        }
    }

    /** Where the curve is in a column; below the picture when there is nothing. */
    private double height(float[] db, int x) {
        double at = (double) x / Math.max(1, picture.width() - 1) * (db.length - 1);
        int i = Math.min(db.length - 2, (int) at);
        double value = db[i] + (at - i) * (db[i + 1] - db[i]);
        double share = (HIGH_DB - value) / (HIGH_DB - LOW_DB);
        return Math.max(0, Math.min(1.1, share)) * picture.height();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double height = getHeight() - TOP - NUMBERS_HEIGHT;
        picture.relocate(0, TOP);
        picture.fit(getWidth(), height, resolution());
        boolean legend = getWidth() >= ROOMY - 80;
        mastered.setVisible(legend);
        original.setVisible(legend);
        double width = original.prefWidth(-1);
        place(original, getWidth() - width, 0, width, CAPTION_HEIGHT);
        place(mastered, getWidth() - width - 110, 0, 100, CAPTION_HEIGHT);
        draw();
    }

    @Override
    void drawScale(GraphicsContext pen) {
        double bottom = getHeight() - NUMBERS_HEIGHT;
        pen.setFill(color(Ink.GROUND));
        pen.fillRect(0, TOP, getWidth(), bottom - TOP);
        pen.setFill(color(Ink.LINE));
        for (double db : LINES_DB) {
            double share = (HIGH_DB - db) / (HIGH_DB - LOW_DB);
            pen.fillRect(0, Math.round(TOP + share * (bottom - TOP)), getWidth(), 1);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.BASELINE);
        boolean all = getWidth() >= ROOMY;
        for (int i = 0; i < LINES_HZ.length; i++) {
            double x = Math.round(Math.log10(LINES_HZ[i] / LOW_HZ) / DECADES * getWidth());
            pen.setFill(color(Ink.LINE));
            pen.fillRect(x, TOP, 1, bottom - TOP);
            if (all || LINES_HZ[i] == 100 || LINES_HZ[i] == 1_000 || LINES_HZ[i] == 10_000) {
                number(pen, hz(LINES_HZ[i]), x, bottom + 11);
            }
        }
    }

    private static String hz(double hz) {
        return hz < 1_000
                ? Integer.toString((int) hz)
                : Texts.text("meter.spectrum.kilo", (int) hz / 1_000);
    }

    @Override
    String spoken() {
        if (heardDb.length == 0) {
            return Texts.text("meter.nothing");
        }
        int loudest = 0;
        for (int i = 1; i < heardDb.length; i++) {
            loudest = heardDb[i] > heardDb[loudest] ? i : loudest;
        }
        double hz = LOW_HZ * Math.pow(10, DECADES * loudest / (heardDb.length - 1));
        return Texts.text("meter.spectrum.spoken", Math.round(hz));
    }
}
