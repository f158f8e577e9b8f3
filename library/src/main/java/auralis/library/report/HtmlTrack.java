package auralis.library.report;

import auralis.dsp.master.MasteringPlan;
import auralis.library.export.Measurement;
import auralis.library.export.ResultPicture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** All about one result, as a part of a page. */
final class HtmlTrack {
    private final ReportedFile file;
    private final StringBuilder page = new StringBuilder();

    private HtmlTrack(ReportedFile file) {
        this.file = file;
    }

    /**
     * @param number its place in the batch, from 1
     * @param alone whether the page is about it only, and has its name already
     */
    static String of(ReportedFile file, int number, boolean alone, List<String> outliers) {
        HtmlTrack track = new HtmlTrack(file);
        track.add("<article id=\"t%d\"%s>\n", number, alone ? " class=\"alone\"" : "");
        if (!alone) {
            track.head(number);
        }
        track.notes(outliers);
        track.figures();
        track.page.append("<div class=\"columns\">\n<section>\n");
        track.comparison();
        track.page.append("</section>\n<section>\n");
        track.done();
        track.page.append("</section>\n</div>\n");
        track.facts();
        return track.page.append("</article>\n").toString();
    }

    private void head(int number) {
        add("<h2><span class=\"index\">%d</span>%s</h2>\n", number, Html.escaped(file.name()));
    }

    private void notes(List<String> outliers) {
        if (outliers.isEmpty() && file.warnings().isEmpty()) {
            return;
        }
        page.append("<ul class=\"notes\">\n");
        outliers.forEach(text -> add("<li class=\"odd\">%s\n", Html.escaped(text)));
        file.warnings().forEach(text -> add("<li>%s\n", Html.sentence(text)));
        page.append("</ul>\n");
    }

    private void figures() {
        Optional<ResultPicture> picture = file.picture();
        if (picture.isEmpty()) {
            return;
        }
        ResultPicture both = picture.get();
        OptionalDouble target =
                file.album()
                        ? OptionalDouble.empty()
                        : file.plan().map(MasteringPlan::targetLufs).orElse(OptionalDouble.empty());
        page.append("<div class=\"columns figures\">\n");
        figure(
                "Loudness over time",
                "LUFS, 3 s",
                LoudnessPlot.of(
                        both.before().loudness(),
                        both.after().loudness(),
                        target,
                        file.audioSeconds()));
        figure(
                "Spectrum at equal loudness",
                "dB, third octaves",
                SpectrumPlot.of(
                        relative(both.before().thirdOctaveDb(), file.before()),
                        relative(both.after().thirdOctaveDb(), file.after())));
        page.append("</div>\n");
    }

    private static List<Double> relative(List<Double> levels, Optional<Measurement> measured) {
        double lufs =
                measured.map(Measurement::integratedLufs).orElse(OptionalDouble.empty()).orElse(0);
        return levels.stream().map(db -> db - lufs).toList();
    }

    private void figure(String title, String unit, String svg) {
        add(
                "<figure><figcaption><b>%s</b> <small>%s</small>"
                        + "<span class=\"legend\"><i class=\"before\"></i>before"
                        + " <i class=\"after\"></i>after</span></figcaption>\n%s</figure>\n",
                title, unit, svg);
    }

    private void comparison() {
        page.append(
                "<table class=\"comparison\"><thead><tr><th scope=\"col\">Measured"
                        + "<th scope=\"col\">Before<th scope=\"col\">After"
                        + "<th scope=\"col\">Difference<th scope=\"col\"></thead>\n<tbody>\n");
        for (Comparison row : Comparison.of(file)) {
            String note = row.note().isEmpty() ? "" : " <small>" + row.note() + "</small>";
            add(
                    "<tr><th scope=\"row\">%s%s<td>%s<td>%s<td>%s<td class=\"unit\">%s\n",
                    row.title(),
                    note,
                    Html.number(row.before(), row.decimals()),
                    Html.number(row.after(), row.decimals()),
                    Html.signed(row.difference(), row.decimals()),
                    row.unit());
        }
        page.append("</tbody></table>\n");
    }

    private void done() {
        page.append("<h3>What was done</h3>\n<ol>\n");
        file.sentences().forEach(sentence -> add("<li>%s\n", Html.sentence(sentence)));
        page.append("</ol>\n<h3>Settings</h3>\n");
        list(SettingsWords.of(file));
    }

    private void facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Source", file.source());
        facts.put("Result", file.output().orElse(""));
        facts.put("Length", Html.clock(file.audioSeconds()) + speed());
        file.picture()
                .ifPresent(
                        picture -> {
                            facts.put("SHA-256 of the source", picture.sourceSha256());
                            facts.put("SHA-256 of the result", picture.outputSha256());
                        });
        page.append("<footer>\n");
        list(facts);
        page.append("</footer>\n");
    }

    private String speed() {
        return file.realTimeFactor() > 0
                ? ", mastered in "
                        + Html.number(file.elapsedSeconds(), 1)
                        + " s ("
                        + Html.number(file.realTimeFactor(), 0)
                        + " × real time)"
                : "";
    }

    private void list(Map<String, String> words) {
        page.append("<dl>\n");
        words.forEach((word, text) -> add("<dt>%s<dd>%s\n", word, Html.escaped(text)));
        page.append("</dl>\n");
    }

    private void add(String html, Object... values) {
        page.append(String.format(Locale.ROOT, html, values));
    }
}
