package auralis.library.report;

import auralis.dsp.spectrum.Bands;
import auralis.library.report.Plot.Scale;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The spectra of source and result over each other, each against its own loudness, so that what is
 * seen is tone and not level; below, what was added and taken in each third octave.
 */
final class SpectrumPlot {
    private static final int LEFT = 34;
    private static final int RIGHT = Plot.WIDTH - 16;
    private static final int TOP = 10;
    private static final int BOTTOM = 172;
    private static final int CHANGE_TOP = 184;
    private static final int CHANGE_BOTTOM = 240;
    private static final int HEIGHT = 260;

    private static final double SPAN_DB = 60;
    private static final double GRID_DB = 20;
    private static final double LEAST_CHANGE_DB = 3;

    /** A band with less is empty, and no change of it means anything. */
    private static final double EMPTY_DB = -120;

    private static final double[] MARKS_HZ = {50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000};

    private final Plot plot = new Plot("Spectrum before and after, and the change", HEIGHT);
    private final Bands bands = Bands.THIRD_OCTAVE;
    private final Scale x =
            new Scale(
                    Math.log(bands.lowHz(0)),
                    Math.log(bands.highHz(bands.count() - 1)),
                    LEFT,
                    RIGHT);

    private SpectrumPlot() {}

    /**
     * @param before level of each third octave against the loudness of the source; empty: silence
     * @param after the same of the result
     */
    static String of(List<Double> before, List<Double> after) {
        SpectrumPlot plot = new SpectrumPlot();
        plot.drawSpectra(before, after);
        if (!before.isEmpty() && !after.isEmpty()) {
            plot.drawChange(before, after);
        }
        return plot.plot.toString();
    }

    private void drawSpectra(List<Double> before, List<Double> after) {
        double highest = DoubleStream.concat(numbers(before), numbers(after)).max().orElse(0);
        double top = Math.ceil(highest / 10) * 10;
        Scale y = new Scale(top - SPAN_DB, top, BOTTOM, TOP);
        for (double db = top - SPAN_DB; db <= top; db += GRID_DB) {
            plot.line("grid", LEFT, y.px(db), RIGHT, y.px(db));
            plot.text("end", LEFT - 5, y.px(db) + 4, Html.number(db, 0));
        }
        for (double hz : MARKS_HZ) {
            double at = x.px(Math.log(hz));
            plot.line("grid", at, TOP, at, BOTTOM);
            plot.line("grid", at, CHANGE_TOP, at, CHANGE_BOTTOM);
            plot.text("middle", at, HEIGHT - 5, hz < 1000 ? Html.number(hz, 0) : kilo(hz));
        }
        curve("before", before, y);
        curve("after", after, y);
    }

    private static String kilo(double hz) {
        return Html.number(hz / 1000, 0) + "k";
    }

    private static DoubleStream numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private void curve(String style, List<Double> levels, Scale y) {
        double[] xs =
                IntStream.range(0, levels.size())
                        .mapToDouble(band -> x.px(Math.log(bands.centreHz(band))))
                        .toArray();
        plot.curve(style, xs, numbers(levels).map(y::px).toArray());
    }

    private void drawChange(List<Double> before, List<Double> after) {
        double[] changes =
                IntStream.range(0, before.size())
                        .mapToDouble(band -> change(before.get(band), after.get(band)))
                        .toArray();
        double largest = Math.ceil(DoubleStream.of(changes).map(Math::abs).max().orElse(0));
        double range = Math.max(LEAST_CHANGE_DB, largest);
        Scale y = new Scale(-range, range, CHANGE_BOTTOM, CHANGE_TOP);
        for (double db : new double[] {-range, 0, range}) {
            plot.line("grid", LEFT, y.px(db), RIGHT, y.px(db));
        }
        plot.text("end", LEFT - 5, y.px(range) + 7, "+" + Html.number(range, 0));
        plot.text("end", LEFT - 5, y.px(0) + 4, "0");
        plot.text("end", LEFT - 5, y.px(-range) + 1, Html.number(-range, 0));
        plot.text("start", LEFT + 5, CHANGE_TOP + 12, "change");
        for (int band = 0; band < changes.length; band++) {
            double from = x.px(Math.log(bands.lowHz(band))) + 1;
            double to = x.px(Math.log(bands.highHz(band))) - 1;
            plot.bar(from, to - from, y.px(0), y.px(changes[band]));
        }
    }

    private static double change(double before, double after) {
        return before < EMPTY_DB || after < EMPTY_DB ? 0 : after - before;
    }
}
