package auralis.library.report;

import auralis.dsp.master.MasteringPlan;
import auralis.dsp.meter.Gains;
import auralis.dsp.meter.Gains.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A result that is not like it should be, or not like the others.
 *
 * @param file empty where it is the album
 * @param reason as a sentence
 */
public record Outlier(Optional<ReportedFile> file, String reason) {
    private static final double FAR_FROM_TARGET_LU = 1;

    /** Less is the meter's own uncertainty. */
    private static final double OVER_CEILING_DB = 0.05;

    private static final double MUCH_MORE_REDUCTION_DB = 1.5;

    /** Of fewer files a median says nothing. */
    private static final int LEAST_FILES = 4;

    /** Those of the whole first, then file by file. */
    public static List<Outlier> of(Report report) {
        List<ReportedFile> done =
                report.in("done").stream().filter(file -> file.plan().isPresent()).toList();
        OptionalDouble usualDb = medianReductionDb(done);
        List<Outlier> outliers = new ArrayList<>();
        ofAlbum(done, outliers);
        for (ReportedFile file : done) {
            MasteringPlan plan = file.plan().get();
            ofLoudness(file, plan, outliers);
            ofPeak(file, plan, outliers);
            ofReduction(file, plan, usualDb, outliers);
        }
        return outliers;
    }

    private static OptionalDouble medianReductionDb(List<ReportedFile> done) {
        double[] sorted =
                done.stream()
                        .mapToDouble(f -> f.plan().get().medianReductionDb())
                        .sorted()
                        .toArray();
        return sorted.length < LEAST_FILES
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted[sorted.length / 2]);
    }

    /** The tracks of an album keep their differences; it is the whole that has a target. */
    private static void ofAlbum(List<ReportedFile> done, List<Outlier> outliers) {
        List<ReportedFile> album =
                done.stream().filter(f -> f.album() && f.intensity() == 100).toList();
        List<Programme> tracks =
                album.stream()
                        .filter(file -> file.after().isPresent())
                        .map(
                                file ->
                                        new Programme(
                                                file.after().get().integratedLufs(),
                                                file.after().get().truePeakDbtp(),
                                                file.audioSeconds()))
                        .toList();
        OptionalDouble lufs = Gains.albumLufs(tracks);
        if (lufs.isPresent()) {
            MasteringPlan plan = album.get(0).plan().get();
            plan.targetLufs()
                    .ifPresent(
                            target -> {
                                double off = lufs.getAsDouble() - target;
                                if (Math.abs(off) > FAR_FROM_TARGET_LU) {
                                    outliers.add(
                                            new Outlier(
                                                    Optional.empty(),
                                                    "The album as a whole is "
                                                            + offTarget(off, target, plan)));
                                }
                            });
        }
    }

    private static void ofLoudness(ReportedFile file, MasteringPlan plan, List<Outlier> outliers) {
        OptionalDouble lufs =
                file.after().map(m -> m.integratedLufs()).orElse(OptionalDouble.empty());
        // In part, what lies between source and target is what was asked for.
        boolean aimed = !file.album() && file.intensity() == 100 && !plan.isNeutral();
        if (aimed && lufs.isPresent() && plan.targetLufs().isPresent()) {
            double target = plan.targetLufs().getAsDouble();
            double off = lufs.getAsDouble() - target;
            if (Math.abs(off) > FAR_FROM_TARGET_LU) {
                outliers.add(
                        new Outlier(Optional.of(file), "It is " + offTarget(off, target, plan)));
            }
        }
    }

    private static String offTarget(double off, double target, MasteringPlan plan) {
        String why =
                plan.limitedBy()
                        .map(
                                limit ->
                                        switch (limit) {
                                            case REDUCTION_BUDGET ->
                                                    ": more would have cost too much gain"
                                                            + " reduction";
                                            case DYNAMICS ->
                                                    ": more would have flattened the loudest"
                                                            + " passages";
                                            case NO_TARGET -> "";
                                        })
                        .orElse("");
        return Html.number(Math.abs(off), 1)
                + " LU "
                + (off < 0 ? "under" : "over")
                + " the target of "
                + Html.number(target, 1)
                + " LUFS"
                + why
                + ".";
    }

    private static void ofPeak(ReportedFile file, MasteringPlan plan, List<Outlier> outliers) {
        OptionalDouble peak =
                file.after().map(m -> m.truePeakDbtp()).orElse(OptionalDouble.empty());
        double over = peak.orElse(Double.NEGATIVE_INFINITY) - plan.ceilingDbtp();
        if (!plan.isNeutral() && over > OVER_CEILING_DB) {
            outliers.add(
                    new Outlier(
                            Optional.of(file),
                            "Its true peak of "
                                    + Html.number(peak.getAsDouble(), 1)
                                    + " dBTP is above the ceiling of "
                                    + Html.number(plan.ceilingDbtp(), 1)
                                    + "."));
        }
    }

    private static void ofReduction(
            ReportedFile file, MasteringPlan plan, OptionalDouble usualDb, List<Outlier> outliers) {
        double more = plan.medianReductionDb() - usualDb.orElse(Double.POSITIVE_INFINITY);
        if (more > MUCH_MORE_REDUCTION_DB) {
            outliers.add(
                    new Outlier(
                            Optional.of(file),
                            "Its gain reduction of "
                                    + Html.number(plan.medianReductionDb(), 1)
                                    + " dB (median) is "
                                    + Html.number(more, 1)
                                    + " dB more than is usual in this batch."));
        }
    }
}
