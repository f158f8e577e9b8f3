package auralis.library.report;

import auralis.dsp.meter.LoudnessCurve;
import auralis.library.report.Plot.Scale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Short-term loudness of source and result over time, and the loudness that was aimed at. */
final class LoudnessPlot {
    private static final int LEFT = 34;
    private static final int RIGHT = Plot.WIDTH - 16;
    private static final int TOP = 10;
    private static final int BOTTOM = 240;
    private static final int HEIGHT = 260;

    private static final double GRID_LU = 5;
    private static final double WIDE_GRID_LU = 10;
    private static final double WIDE_LU = 30;
    private static final double MOST_LU = 45;
    private static final double LEAST_LU = 15;
    private static final int MOST_MARKS = 7;
    private static final double[] MARK_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 36_000
    };

    private final Plot plot = new Plot("Loudness over time before and after", HEIGHT);
    private final Scale x;
    private final Scale y;

    private LoudnessPlot(LoudnessCurve before, LoudnessCurve after, double seconds) {
        double highest = levels(before, after).max().orElse(0);
        double top = Math.ceil((highest + 1) / GRID_LU) * GRID_LU;
        double lowest = levels(before, after).min().orElse(top);
        double bottom = Math.floor(lowest / GRID_LU) * GRID_LU;
        double span = Math.max(LEAST_LU, Math.min(MOST_LU, top - bottom));
        this.x = new Scale(0, Math.max(1, seconds), LEFT, RIGHT);
        this.y = new Scale(top - span, top, BOTTOM, TOP);
    }

    /** What lies over the gate of silence. */
    private static DoubleStream levels(LoudnessCurve before, LoudnessCurve after) {
        return DoubleStream.concat(numbers(before), numbers(after))
                .filter(lufs -> lufs > LoudnessCurve.FLOOR_LUFS);
    }

    private static DoubleStream numbers(LoudnessCurve curve) {
        return curve.lufs().stream().mapToDouble(Double::doubleValue);
    }

    /**
     * @param seconds the length of the track
     */
    static String of(
            LoudnessCurve before, LoudnessCurve after, OptionalDouble targetLufs, double seconds) {
        LoudnessPlot plot = new LoudnessPlot(before, after, seconds);
        plot.drawGrid(seconds);
        targetLufs.ifPresent(plot::drawTarget);
        plot.curve("before", before);
        plot.curve("after", after);
        return plot.plot.toString();
    }

    private void drawGrid(double seconds) {
        double step = y.to() - y.from() > WIDE_LU ? WIDE_GRID_LU : GRID_LU;
        for (double lufs = y.to(); lufs >= y.from(); lufs -= step) {
            plot.line("grid", LEFT, y.px(lufs), RIGHT, y.px(lufs));
            plot.text("end", LEFT - 5, y.px(lufs) + 4, Html.number(lufs, 0));
        }
        double mark =
                DoubleStream.of(MARK_SECONDS)
                        .filter(m -> seconds / m <= MOST_MARKS)
                        .findFirst()
                        .orElse(seconds);
        for (double at = 0; at <= seconds; at += mark) {
            plot.line("grid", x.px(at), TOP, x.px(at), BOTTOM);
            plot.text("middle", x.px(at), HEIGHT - 5, Html.clock(at));
        }
    }

    private void drawTarget(double lufs) {
        if (lufs > y.from() && lufs < y.to()) {
            plot.line("target", LEFT, y.px(lufs), RIGHT, y.px(lufs));
            plot.text("start", LEFT + 5, y.px(lufs) - 5, "target " + Html.number(lufs, 1));
        }
    }

    private void curve(String style, LoudnessCurve curve) {
        double[] xs =
                IntStream.range(0, curve.lufs().size())
                        .mapToDouble(i -> curve.firstSeconds() + i * curve.stepSeconds())
                        .map(x::px)
                        .toArray();
        plot.curve(style, xs, numbers(curve).map(y::px).toArray());
    }
}
