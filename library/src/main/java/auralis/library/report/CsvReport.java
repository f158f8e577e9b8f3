package auralis.library.report;

import auralis.dsp.master.MasteringPlan;
import auralis.library.export.ResultPicture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One row for each file, after RFC 4180; an unknown value is an empty cell. */
final class CsvReport {
    private static final String EMPTY_REPORT = "source\r\n";

    private CsvReport() {}

    static String of(Report report) {
        List<Map<String, String>> rows = report.files().stream().map(CsvReport::row).toList();
        if (rows.isEmpty()) {
            return EMPTY_REPORT;
        }
        return String.join(",", rows.get(0).keySet())
                + "\r\n"
                + rows.stream()
                        .map(row -> String.join(",", row.values()) + "\r\n")
                        .collect(Collectors.joining());
    }

    /** The same names for every file. */
    private static Map<String, String> row(ReportedFile file) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("source", quoted(file.source()));
        row.put("output", quoted(file.output().orElse("")));
        row.put("state", file.state());
        row.put("error", quoted(file.error().orElse("")));
        row.put("preset", quoted(file.preset()));
        row.put("intensity", String.format(Locale.ROOT, "%.0f", file.intensity()));
        row.put("mode", file.mode());
        for (Comparison measured : Comparison.of(file)) {
            row.put(measured.key() + "Before", number(measured.before()));
            row.put(measured.key() + "After", number(measured.after()));
        }
        Optional<MasteringPlan> plan = file.plan();
        row.put("targetLufs", number(plan.map(p -> p.targetLufs()).orElse(OptionalDouble.empty())));
        row.put("ceilingDbtp", number(of(plan.map(MasteringPlan::ceilingDbtp))));
        row.put("gainDb", number(of(plan.map(MasteringPlan::gainDb))));
        row.put("medianReductionDb", number(of(plan.map(MasteringPlan::medianReductionDb))));
        row.put("warnings", quoted(String.join(" ", file.warnings())));
        row.put("audioSeconds", number(OptionalDouble.of(file.audioSeconds())));
        row.put("elapsedSeconds", number(OptionalDouble.of(file.elapsedSeconds())));
        row.put("sourceSha256", file.picture().map(ResultPicture::sourceSha256).orElse(""));
        row.put("outputSha256", file.picture().map(ResultPicture::outputSha256).orElse(""));
        return row;
    }

    private static OptionalDouble of(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
