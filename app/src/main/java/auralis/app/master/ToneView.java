package auralis.app.master;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.ToneResponse;
import auralis.dsp.spectrum.Bands;
import java.util.List;
import java.util.Optional;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * What the plan does to tone: the response of its filters from 20 Hz to 20 kHz, over a hint of the
 * spectrum of the original.
 */
final class ToneView extends Plot {
    private static final double HEIGHT = 112;
    private static final double LOW_HZ = 20;
    private static final double DECADES = 3;
    private static final int POINTS = 181;
    private static final double[] LINES_HZ = {50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};
    private static final double[] RANGES_DB = {6, 12, 18, 24};

    /** Below, the rumble filter falls out of any picture and is told in words. */
    private static final double RUMBLE_HZ = 40;

    private static final double SPECTRUM_RANGE_DB = 66;
    private static final double NOTHING_DB = 0.05;
    private static final int USUAL_RATE = 44_100;

    private Optional<MasteringPlan.Tone> drawn = Optional.empty();
    private int drawnRate;
    private double[] gainsDb = {};
    private double rangeDb = RANGES_DB[0];

    ToneView() {
        super("master.tone", HEIGHT);
        show(Outlook.NONE);
    }

    void show(Outlook outlook) {
        Optional<MasteringPlan.Tone> tone = outlook.plan().map(MasteringPlan::tone);
        int rate = outlook.source().map(s -> s.format().sampleRate()).orElse(USUAL_RATE);
        if (!tone.equals(drawn) || rate != drawnRate) {
            drawn = tone;
            drawnRate = rate;
            gainsDb = tone.map(t -> gainsDb(new ToneResponse(t, rate), rate)).orElse(new double[0]);
            rangeDb = range();
        }
        provisional(outlook.isProvisional());
        words(tone.map(this::spoken).orElse(Texts.text("tone.nothing")));
        draw(outlook.source());
    }

    private static double[] gainsDb(ToneResponse response, int sampleRate) {
        double[] gains = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            gains[i] = response.gainDb(Math.min(hz(i), sampleRate / 2.0));
        }
        return gains;
    }

    private static double hz(int point) {
        return LOW_HZ * Math.pow(10, DECADES * point / (POINTS - 1));
    }

    private double range() {
        double largest = 0;
        for (int i = 0; i < gainsDb.length; i++) {
            largest = hz(i) < RUMBLE_HZ ? largest : Math.max(largest, Math.abs(gainsDb[i]));
        }
        for (double range : RANGES_DB) {
            if (largest <= range) {
                return range;
            }
        }
        return RANGES_DB[RANGES_DB.length - 1];
    }

    private void draw(Optional<Measurements> source) {
        getChildren().clear();
        source.ifPresent(this::spectrum);
        for (double db : new double[] {rangeDb, 0, -rangeDb}) {
            line(LEFT, y(db), WIDTH, y(db), db == 0 ? "plot-zero" : "plot-line");
            left(Numbers.signedWhole(db), y(db));
        }
        for (double hz : LINES_HZ) {
            line(x(hz), 0, x(hz), bottom(), "plot-line");
        }
        below(Integer.toString(100), x(100));
        below(Texts.text("meter.spectrum.kilo", 1), x(1_000));
        below(Texts.text("meter.spectrum.kilo", 10), x(10_000));
        curve();
    }

    private void curve() {
        if (gainsDb.length == 0) {
            return;
        }
        Polyline curve = new Polyline();
        Polygon area = new Polygon(LEFT, y(0));
        for (int i = 0; i < POINTS; i++) {
            List<Double> point = List.of(x(hz(i)), y(gainsDb[i]));
            curve.getPoints().addAll(point);
            area.getPoints().addAll(point);
        }
        area.getPoints().addAll(List.of(WIDTH, y(0)));
        shape(area, "tone-area");
        shape(curve, "tone-curve");
    }

    /** The loudest band reaches the top. */
    private void spectrum(Measurements source) {
        List<Double> db = source.tone().twelfthOctaveDb();
        if (db.isEmpty()) {
            return;
        }
        double top = db.stream().max(Double::compare).orElseThrow();
        Polygon area = new Polygon(LEFT, bottom());
        for (int band = 0; band < db.size(); band++) {
            double hz = Bands.TWELFTH_OCTAVE.centreHz(band);
            double share = Math.min(1, (top - db.get(band)) / SPECTRUM_RANGE_DB);
            if (hz >= LOW_HZ && hz <= LOW_HZ * 1_000) {
                area.getPoints().addAll(List.of(x(hz), share * bottom()));
            }
        }
        area.getPoints().addAll(List.of(WIDTH, bottom()));
        shape(area, "tone-spectrum");
    }

    private static double x(double hz) {
        return LEFT + Math.log10(hz / LOW_HZ) / DECADES * (WIDTH - LEFT);
    }

    /** What is out of the picture runs along its edge. */
    private double y(double db) {
        double share = Math.max(-1, Math.min(1, db / rangeDb));
        return bottom() / 2 - share * (bottom() / 2 - 8);
    }

    private String spoken(MasteringPlan.Tone tone) {
        int least = 0;
        int most = 0;
        for (int i = 0; i < POINTS; i++) {
            if (hz(i) >= RUMBLE_HZ) {
                most = gainsDb[i] > gainsDb[most] || hz(most) < RUMBLE_HZ ? i : most;
                least = gainsDb[i] < gainsDb[least] || hz(least) < RUMBLE_HZ ? i : least;
            }
        }
        boolean lifts = gainsDb[most] > NOTHING_DB;
        boolean lowers = gainsDb[least] < -NOTHING_DB;
        String change =
                lifts || lowers
                        ? Texts.text("tone.range", point(most), point(least))
                        : Texts.text("tone.flat");
        return tone.highPassHz() > 0
                ? Texts.text("tone.rumble", change, Math.round(tone.highPassHz()))
                : change;
    }

    private String point(int i) {
        String gain = Texts.text("unit.db", Numbers.signedTenth(gainsDb[i]));
        String hz =
                hz(i) < 1_000
                        ? Texts.text("unit.hz", Math.round(hz(i)))
                        : Texts.text("unit.khz", Numbers.tenth(hz(i) / 1_000));
        return Texts.text("tone.point", gain, hz);
    }
}
