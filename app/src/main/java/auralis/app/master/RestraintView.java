package auralis.app.master;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.Decibels;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.master.LoudnessRestraint;
import auralis.dsp.master.LoudnessRestraint.Region;
import auralis.dsp.master.MasteredShape;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.meter.WaveformSummary;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/**
 * How far the track may be pushed: where it lies on the plane of loudness and crest, which region
 * that is, and where mastering takes it.
 */
final class RestraintView extends Plot {
    private static final double HEIGHT = 126;
    private static final double LOW_LUFS = -30;
    private static final double HIGH_LUFS = -4;
    private static final double LOW_CREST_DB = 4;
    private static final double HIGH_CREST_DB = 22;
    private static final double[] LUFS = {-24, -18, -12, -6};
    private static final double[] CREST_DB = {8, 13, 18};
    private static final double DOT = 4.5;

    /** Shorter ways are no arrow. */
    private static final double SHORT = 12;

    /** A place on the plane. */
    private record Point(double lufs, double crestDb) {
        double x() {
            return RestraintView.x(lufs);
        }

        double y() {
            return RestraintView.y(crestDb);
        }
    }

    RestraintView() {
        super("master.restraint", HEIGHT);
        show(Outlook.NONE);
    }

    void show(Outlook outlook) {
        getChildren().clear();
        Optional<Region> region = outlook.plan().map(plan -> plan.restraint().region());
        Optional<Point> from = outlook.source().flatMap(RestraintView::place);
        Optional<Point> to = from.flatMap(point -> goal(outlook, point));
        provisional(outlook.isProvisional());
        plane(from.isPresent() ? region : Optional.empty());
        from.ifPresent(point -> way(point, to));
        words(
                from.isPresent() && region.isPresent()
                        ? spoken(region.get(), from.get(), to)
                        : Texts.text("restraint.nothing"));
    }

    private static Optional<Point> place(Measurements source) {
        OptionalDouble lufs = source.loudness().integratedLufs();
        OptionalDouble crest = source.crestDb();
        return lufs.isPresent() && crest.isPresent()
                ? Optional.of(new Point(lufs.getAsDouble(), crest.getAsDouble()))
                : Optional.empty();
    }

    /** The loudness is the plan's; the crest is that of the estimated shape. */
    private static Optional<Point> goal(Outlook outlook, Point from) {
        OptionalDouble louderByDb = outlook.louderByDb();
        if (outlook.plan().isEmpty() || louderByDb.isEmpty() || outlook.source().isEmpty()) {
            return Optional.empty();
        }
        MasteringPlan plan = outlook.plan().get();
        if (plan.isNeutral()) {
            return Optional.empty();
        }
        double louder = louderByDb.getAsDouble();
        WaveformSummary before = outlook.source().get().waveform();
        WaveformSummary after = MasteredShape.estimate(before, plan, louderByDb);
        double peakDb = Decibels.ofGain(peak(after) / peak(before));
        return Optional.of(new Point(from.lufs + louder, from.crestDb + peakDb - louder));
    }

    private static double peak(WaveformSummary shape) {
        float[] min = shape.min();
        float[] max = shape.max();
        double peak = 0;
        for (int i = 0; i < min.length; i++) {
            peak = Math.max(peak, Math.max(-min[i], max[i]));
        }
        return peak;
    }

    private void plane(Optional<Region> region) {
        double loud = x(LoudnessRestraint.LOUD_LUFS);
        double dynamic = y(LoudnessRestraint.DYNAMIC_CREST_DB);
        area(LEFT, 0, loud - LEFT, bottom(), Region.QUIET, region);
        area(loud, 0, WIDTH - loud, dynamic, Region.DYNAMIC_LOUD, region);
        area(loud, dynamic, WIDTH - loud, bottom() - dynamic, Region.COMPRESSED_LOUD, region);
        line(loud, 0, loud, bottom(), "plot-border");
        line(loud, dynamic, WIDTH, dynamic, "plot-border");
        for (double lufs : LUFS) {
            below(Numbers.whole(lufs), x(lufs));
        }
        label(Texts.text("restraint.lufs"), LEFT, bottom() + 1, 60, "plot-axis");
        for (double crest : CREST_DB) {
            left(Numbers.whole(crest), y(crest));
        }
    }

    private void area(
            double x, double y, double width, double height, Region own, Optional<Region> region) {
        boolean here = region.equals(Optional.of(own));
        shape(new Rectangle(x, y, width, height), here ? "plot-here" : "plot-area");
        double top = own == Region.COMPRESSED_LOUD ? y + height - 19 : y + 3;
        label(name(own), x + 7, top, width - 8, here ? "plot-name-here" : "plot-name");
    }

    private static String name(Region region) {
        return switch (region) {
            case QUIET -> Texts.text("restraint.quiet");
            case DYNAMIC_LOUD -> Texts.text("restraint.dynamic");
            case COMPRESSED_LOUD -> Texts.text("restraint.compressed");
        };
    }

    private void way(Point from, Optional<Point> to) {
        if (to.isPresent()) {
            Point goal = to.get();
            if (Math.hypot(goal.x() - from.x(), goal.y() - from.y()) >= SHORT) {
                double angle = Math.atan2(goal.y() - from.y(), goal.x() - from.x());
                double gap = DOT + 2;
                arrow(
                        from.x() + gap * Math.cos(angle),
                        from.y() + gap * Math.sin(angle),
                        goal.x() - gap * Math.cos(angle),
                        goal.y() - gap * Math.sin(angle),
                        "plot-way");
            }
            shape(new Circle(goal.x(), goal.y(), DOT), "plot-goal");
        }
        shape(new Circle(from.x(), from.y(), DOT), "plot-from");
    }

    private static double x(double lufs) {
        double share = (lufs - LOW_LUFS) / (HIGH_LUFS - LOW_LUFS);
        return LEFT + inside(share) * (WIDTH - LEFT - 2 * DOT) + DOT;
    }

    private static double y(double crestDb) {
        double share = (crestDb - LOW_CREST_DB) / (HIGH_CREST_DB - LOW_CREST_DB);
        return (1 - inside(share)) * (HEIGHT - BELOW - 2 * DOT) + DOT;
    }

    /** What lies outside is drawn at the edge. */
    private static double inside(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private static String spoken(Region region, Point from, Optional<Point> to) {
        String start =
                Texts.text(
                        "restraint.from",
                        Numbers.tenth(from.lufs),
                        Numbers.tenth(from.crestDb),
                        name(region).toLowerCase(Locale.getDefault()));
        return to.map(
                        goal ->
                                Texts.text(
                                        "restraint.to",
                                        start,
                                        Numbers.tenth(goal.lufs),
                                        Numbers.whole(goal.crestDb)))
                .orElse(start);
    }
}
