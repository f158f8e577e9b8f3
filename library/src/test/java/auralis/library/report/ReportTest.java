package auralis.library.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.effect.RackSettings;
import auralis.dsp.master.LoudnessRestraint;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.meter.LoudnessCurve;
import auralis.library.export.Measurement;
import auralis.library.export.ResultPicture;
import auralis.library.export.SoundPicture;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-07-14T12:00:00Z");

    @TempDir Path folder;

    @Test
    void thePageSaysWhatWasMeasuredAndHowItDiffers() {
        String page = html(done("/music/a & b <c>.wav", -20, -14.04, 1, Optional.empty()));
        assertThat(page)
                .contains("<title>a &amp; b &lt;c&gt;.wav – Auralis</title>")
                .contains("14 July 2026, 12:00")
                .contains("Loudness<td>−20.0<td>−14.0<td>+6.0<td class=\"unit\">LUFS")
                .contains("True peak<td>−6.0<td>−1.0<td>+5.0<td class=\"unit\">dBTP")
                .contains("Stereo width<td>30<td>25<td>−5<td class=\"unit\">%")
                .contains("Correlation<td>0.50<td>–<td>–")
                .contains("About −2 dB of gain.")
                .contains("The source is mono.")
                .contains("adaptive at 100 %")
                .contains("0123abcd")
                .doesNotContain("<h2>");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        String page = html(done("/music/a.wav", -20, -14, 1, Optional.empty()));
        assertThat(page).doesNotContain("src=").doesNotContain("http").doesNotContain("url(");
        assertThat(page).contains("prefers-color-scheme: dark").contains("@media print");
    }

    @Test
    void theDrawingsAreWellFormedAndFollowTheNumbers() throws Exception {
        String page = html(done("/music/a.wav", -20, -14, 1, Optional.empty()));
        int drawings = 0;
        for (int at = page.indexOf("<svg"); at >= 0; at = page.indexOf("<svg", at + 1)) {
            String svg = page.substring(at, page.indexOf("</svg>", at) + 6);
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(svg).contains("class=\"before\"").contains("class=\"after\"");
            assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
            drawings++;
        }
        assertThat(drawings).isEqualTo(2);
        // The curve of the result rises from -20 to -11 LUFS within the picture.
        assertThat(page).contains("target −14.0").contains("<path class=\"after\" d=\"M66.3 ");
    }

    @Test
    void silenceHasAReportToo() {
        SoundPicture silent =
                new SoundPicture(
                        List.of(),
                        LoudnessCurve.of(new double[100]),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        ReportedFile file = done("/music/a.wav", -20, -14, 1, Optional.empty());
        String page =
                html(with(file, Optional.of(new ResultPicture(silent, silent, "0", "1")), false));
        assertThat(page).contains("<svg").doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(html(with(file, Optional.empty(), false))).doesNotContain("<svg");
    }

    @Test
    void aBatchHasATableWithFailuresAndTheirRemedy() {
        String page =
                html(
                        done("/music/a.wav", -20, -14, 1, Optional.empty()),
                        failed(
                                "/music/b. live.mp3",
                                "b. live.mp3: the file ends early at 2:31. Copy it again."),
                        skipped("/music/c.wav"));
        assertThat(page)
                .contains("1 mastered")
                .contains("1 failed")
                .contains("1 skipped")
                .contains("1 file failed")
                .contains(
                        "<b>b. live.mp3</b>: the file ends early at 2:31. <em>Copy it again.</em>")
                .contains("failed: the file ends early at 2:31.")
                .contains("<a href=\"#t1\">a.wav</a>")
                .contains("<article id=\"t1\">")
                .doesNotContain("<article id=\"t2\"")
                .doesNotContain("Worth a look");
    }

    @Test
    void whatIsNotLikeItShouldBeStandsOut() {
        List<ReportedFile> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(done("/music/" + i + ".wav", -20, -14.2, 1, Optional.empty()));
        }
        ReportedFile far =
                done("/music/far.wav", -20, -16, 1, Optional.of(LimitedBy.REDUCTION_BUDGET));
        ReportedFile driven = done("/music/driven.wav", -20, -14, 4, Optional.empty());
        ReportedFile over = peaking(done("/music/over.wav", -20, -14, 1, Optional.empty()), -0.8);
        files.addAll(List.of(far, driven, over));
        List<Outlier> outliers = Outlier.of(new Report(files));
        assertThat(outliers).extracting(o -> o.file().get()).containsExactly(far, driven, over);
        assertThat(outliers)
                .extracting(Outlier::reason)
                .containsExactly(
                        "It is 2.0 LU under the target of −14.0 LUFS: more would have cost too"
                                + " much gain reduction.",
                        "Its gain reduction of 4.0 dB (median) is 3.0 dB more than is usual in"
                                + " this batch.",
                        "Its true peak of −0.8 dBTP is above the ceiling of −1.0.");
        assertThat(html(files.toArray(ReportedFile[]::new)))
                .contains("Worth a look")
                .contains("<tr class=\"odd\"><td>6");
    }

    @Test
    void tracksOfAnAlbumMayDifferButNotTheAlbum() {
        ReportedFile soft =
                with(
                        done("/music/soft.wav", -30, -24, 0, Optional.empty()),
                        Optional.empty(),
                        true);
        ReportedFile loud =
                with(
                        done("/music/loud.wav", -20, -13, 0, Optional.empty()),
                        Optional.empty(),
                        true);
        assertThat(Outlier.of(new Report(List.of(soft, loud, loud)))).isEmpty();
        assertThat(Outlier.of(new Report(List.of(soft, soft))))
                .extracting(Outlier::reason)
                .containsExactly("The album as a whole is 10.0 LU under the target of −14.0 LUFS.");
    }

    @Test
    void theTableHasARowForEachFileWithAsManyCells() throws IOException {
        Path csv = folder.resolve("new/report.csv");
        ReportFormat.of(csv)
                .orElseThrow()
                .write(
                        csv,
                        new Report(
                                List.of(
                                        done("/a \"b\".wav", -20, -14, 1, Optional.empty()),
                                        failed("/c.wav", "c.wav: broken, badly. Try again."))));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("source,output,state,error,preset")
                .contains("lufsAfter");
        assertThat(lines.get(1)).startsWith("\"/a \"\"b\"\".wav\",").contains(",-20.00,-14.00,");
        assertThat(lines.get(2)).contains("\"c.wav: broken, badly. Try again.\"");
        int columns = lines.get(0).split(",", -1).length;
        assertThat(lines.get(1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).hasSize(columns);
        assertThat(lines.get(2).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).hasSize(columns);
        try (Stream<Path> files = Files.list(csv.getParent())) {
            assertThat(files).containsExactly(csv);
        }
    }

    @Test
    void whatCannotBeWrittenIsToldWithARemedy() throws IOException {
        Path file = Files.createFile(folder.resolve("taken")).resolve("report.json");
        assertThatThrownBy(() -> ReportFormat.JSON.write(file, new Report(List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("report.json")
                .hasMessageContaining("Choose another folder");
        assertThat(ReportFormat.of(Path.of("a.HTML"))).contains(ReportFormat.HTML);
        assertThat(ReportFormat.of(Path.of("a.txt"))).isEmpty();
    }

    @Test
    void numbersAreWrittenForPeople() {
        assertThat(Html.number(-0.04, 1)).isEqualTo("0.0");
        assertThat(Html.number(-1.25, 2)).isEqualTo("−1.25");
        assertThat(Html.signed(OptionalDouble.of(0.01), 1)).isEqualTo("0.0");
        assertThat(Html.signed(OptionalDouble.of(0.5), 1)).isEqualTo("+0.5");
        assertThat(Html.signed(OptionalDouble.empty(), 1)).isEqualTo("–");
        assertThat(Html.clock(3725)).isEqualTo("1:02:05");
        assertThat(Html.sentence("-3 dB at 200-630 Hz")).isEqualTo("−3 dB at 200-630 Hz");
    }

    private static String html(ReportedFile... files) {
        return ReportFormat.HTML.text(new Report(List.of(files)), NOON);
    }

    private static ReportedFile done(
            String source,
            double lufsBefore,
            double lufsAfter,
            double reductionDb,
            Optional<LimitedBy> limitedBy) {
        MasteringPlan plan =
                new MasteringPlan(
                        true,
                        LoudnessRestraint.of(lufsBefore, 15),
                        new MasteringPlan.Tone(
                                0, Collections.nCopies(25, 0.0), Collections.nCopies(30, 0.0)),
                        MasteringPlan.Dynamics.NEUTRAL,
                        new MasteringPlan.Effects(RackSettings.NONE, List.of()),
                        new MasteringPlan.Width(1, 1),
                        6,
                        -1,
                        OptionalDouble.of(-6),
                        OptionalDouble.of(-14),
                        OptionalDouble.of(lufsAfter),
                        reductionDb,
                        limitedBy);
        return new ReportedFile(
                source,
                Optional.of("/out" + source),
                "done",
                Optional.empty(),
                "adaptive",
                100,
                "adaptive",
                false,
                MasteringSettings.ADAPTIVE,
                Optional.of(measured(lufsBefore, -6)),
                Optional.of(measured(lufsAfter, -1)),
                Optional.of(plan),
                List.of("About -2 dB of gain."),
                List.of("The source is mono."),
                20,
                4,
                5,
                Optional.of(
                        new ResultPicture(
                                picture(-20, 0.3, OptionalDouble.of(0.5)),
                                picture(-14, 0.25, OptionalDouble.empty()),
                                "0123abcd",
                                "4567ef")));
    }

    private static Measurement measured(double lufs, double peakDbtp) {
        return new Measurement(
                OptionalDouble.of(lufs),
                OptionalDouble.of(8),
                true,
                OptionalDouble.of(lufs + 3),
                OptionalDouble.of(lufs + 2),
                OptionalDouble.of(peakDbtp),
                OptionalDouble.of(peakDbtp - 0.1),
                OptionalDouble.of(peakDbtp - lufs));
    }

    private static SoundPicture picture(double lufs, double width, OptionalDouble correlation) {
        List<Double> curve =
                DoubleStream.iterate(lufs - 6, value -> value + 0.5).limit(19).boxed().toList();
        return new SoundPicture(
                DoubleStream.iterate(lufs - 5, value -> value - 1).limit(30).boxed().toList(),
                new LoudnessCurve(1.5, 1, curve),
                OptionalDouble.of(width),
                correlation);
    }

    private static ReportedFile failed(String source, String error) {
        return ended(source, "failed", Optional.of(error));
    }

    private static ReportedFile skipped(String source) {
        return ended(source, "skipped", Optional.empty());
    }

    private static ReportedFile ended(String source, String state, Optional<String> error) {
        return new ReportedFile(
                source,
                Optional.empty(),
                state,
                error,
                "adaptive",
                100,
                "adaptive",
                false,
                MasteringSettings.ADAPTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                Optional.empty());
    }

    private static ReportedFile peaking(ReportedFile file, double peakDbtp) {
        return copy(
                file,
                Optional.of(measured(file.after().get().integratedLufs().getAsDouble(), peakDbtp)),
                file.picture(),
                false);
    }

    private static ReportedFile with(
            ReportedFile file, Optional<ResultPicture> picture, boolean album) {
        return copy(file, file.after(), picture, album);
    }

    private static ReportedFile copy(
            ReportedFile file,
            Optional<Measurement> after,
            Optional<ResultPicture> picture,
            boolean album) {
        return new ReportedFile(
                file.source(),
                file.output(),
                file.state(),
                file.error(),
                file.preset(),
                file.intensity(),
                file.mode(),
                album,
                file.settings(),
                file.before(),
                after,
                file.plan(),
                file.sentences(),
                file.warnings(),
                file.audioSeconds(),
                file.elapsedSeconds(),
                file.realTimeFactor(),
                picture);
    }
}
