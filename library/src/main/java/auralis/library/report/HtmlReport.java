package auralis.library.report;

import auralis.dsp.master.MasteringPlan;
import auralis.library.export.Measurement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A page about a batch: what stands out, what failed, all files in a table, and then each of them.
 * It needs nothing from anywhere else, is dark where the reader's system is, and has a page for
 * each track on paper.
 */
final class HtmlReport {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Report report;
    private final List<Outlier> outliers;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
        this.outliers = Outlier.of(report);
    }

    static String of(Report report, ZonedDateTime made) {
        HtmlReport html = new HtmlReport(report);
        html.head(made);
        html.outliers();
        html.failures();
        if (report.files().size() > 1) {
            html.overview();
        }
        for (int i = 0; i < report.files().size(); i++) {
            html.track(i + 1, report.files().get(i));
        }
        return html.page.append("</main>\n</html>\n").toString();
    }

    private void track(int number, ReportedFile file) {
        if (file.state().equals("done")) {
            boolean alone = report.files().size() == 1;
            page.append(HtmlTrack.of(file, number, alone, outliersOf(file)));
        }
    }

    private void head(ZonedDateTime made) {
        String title =
                report.files().size() == 1
                        ? report.files().get(0).name()
                        : "Mastering of " + report.files().size() + " files";
        add(
                """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="generator" content="Auralis">
                <title>%s – Auralis</title>
                <style>
                %s</style>
                <main>
                <header>
                <p class="brand">Auralis mastering report</p>
                <h1>%s</h1>
                <p class="summary">%s</p>
                </header>
                """,
                Html.escaped(title),
                style(),
                Html.escaped(title),
                String.join(" · ", summary(made)));
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(css, "report.css").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of reports is damaged", e);
        }
    }

    private List<String> summary(ZonedDateTime made) {
        List<String> words = new ArrayList<>();
        words.add(DATE.format(made));
        words.add(report.in("done").size() + " mastered");
        count(words, "failed");
        count(words, "skipped");
        double seconds = report.files().stream().mapToDouble(ReportedFile::audioSeconds).sum();
        words.add(Html.clock(seconds) + " of sound");
        return words;
    }

    private void count(List<String> words, String state) {
        int count = report.in(state).size();
        if (count > 0) {
            words.add("<span class=\"" + state + "\">" + count + " " + state + "</span>");
        }
    }

    private void outliers() {
        if (outliers.isEmpty() || report.files().size() == 1) {
            return;
        }
        page.append("<section class=\"box odd\">\n<h3>Worth a look</h3>\n<ul>\n");
        outliers.stream()
                .filter(outlier -> outlier.file().isEmpty())
                .forEach(album -> add("<li>%s\n", Html.escaped(album.reason())));
        for (ReportedFile file : report.files()) {
            List<String> reasons = outliersOf(file);
            if (!reasons.isEmpty()) {
                add("<li>%s: %s\n", link(file), Html.escaped(String.join(" ", reasons)));
            }
        }
        page.append("</ul>\n</section>\n");
    }

    private void failures() {
        List<ReportedFile> failed = report.in("failed");
        if (failed.isEmpty()) {
            return;
        }
        add(
                "<section class=\"box failed\">\n<h3>%s</h3>\n<ul>\n",
                Html.count(failed.size(), "file failed", "files failed"));
        for (ReportedFile file : failed) {
            add(
                    "<li><b>%s</b>: %s <em>%s</em>\n<small>%s</small>\n",
                    Html.escaped(file.name()),
                    Html.escaped(file.problem()),
                    Html.escaped(file.remedy()),
                    Html.escaped(file.source()));
        }
        page.append("</ul>\n</section>\n");
    }

    private void overview() {
        page.append(
                """
                <section>
                <h3>All files</h3>
                <div class="scroll">
                <table class="overview">
                <thead>
                <tr><th rowspan="2" scope="col">#<th rowspan="2" scope="col" class="file">File
                <th colspan="3" scope="colgroup">Loudness<br>LUFS
                <th colspan="2" scope="colgroup">True peak<br>dBTP
                <th rowspan="2" scope="col">Range<br>LU
                <th rowspan="2" scope="col">Gain<br>dB<th rowspan="2" scope="col">Reduction<br>dB
                <th rowspan="2" scope="col">Length
                <tr><th scope="col">before<th scope="col">after<th scope="col">target
                <th scope="col">before<th scope="col">after
                </thead>
                <tbody>
                """);
        for (int i = 0; i < report.files().size(); i++) {
            row(i + 1, report.files().get(i));
        }
        page.append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private void row(int number, ReportedFile file) {
        if (!file.state().equals("done")) {
            String why =
                    file.state().equals("failed")
                            ? "failed: " + file.problem()
                            : "skipped, there is a result already";
            add(
                    "<tr class=\"%s\"><td>%d<td class=\"file\">%s<td colspan=\"9\""
                            + " class=\"why\">%s\n",
                    file.state(), number, Html.escaped(file.name()), Html.escaped(why));
            return;
        }
        add(
                "<tr%s><td>%d<td class=\"file\">%s<td>%s<td>%s<td>%s<td>%s<td>%s<td>%s<td>%s<td>%s"
                        + "<td>%s\n",
                outliersOf(file).isEmpty() ? "" : " class=\"odd\"",
                number,
                link(file),
                level(file.before(), Measurement::integratedLufs),
                level(file.after(), Measurement::integratedLufs),
                plan(file, MasteringPlan::targetLufs),
                level(file.before(), Measurement::truePeakDbtp),
                level(file.after(), Measurement::truePeakDbtp),
                level(file.after(), Measurement::rangeLu),
                Html.signed(of(file, MasteringPlan::gainDb), 1),
                plan(file, p -> OptionalDouble.of(p.medianReductionDb())),
                Html.clock(file.audioSeconds()));
    }

    private static String level(
            Optional<Measurement> measured, Function<Measurement, OptionalDouble> value) {
        return Html.number(measured.map(value).orElse(OptionalDouble.empty()), 1);
    }

    private static String plan(ReportedFile file, Function<MasteringPlan, OptionalDouble> value) {
        return Html.number(file.plan().map(value).orElse(OptionalDouble.empty()), 1);
    }

    private static OptionalDouble of(ReportedFile file, Function<MasteringPlan, Double> value) {
        return file.plan()
                .map(plan -> OptionalDouble.of(value.apply(plan)))
                .orElse(OptionalDouble.empty());
    }

    private String link(ReportedFile file) {
        int number = report.files().indexOf(file) + 1;
        return "<a href=\"#t" + number + "\">" + Html.escaped(file.name()) + "</a>";
    }

    private List<String> outliersOf(ReportedFile file) {
        return outliers.stream()
                .filter(outlier -> outlier.file().filter(f -> f == file).isPresent())
                .map(Outlier::reason)
                .toList();
    }

    private void add(String html, Object... values) {
        page.append(String.format(Locale.ROOT, html, values));
    }
}
