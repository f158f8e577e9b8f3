package auralis.library.report;

import auralis.dsp.Progress;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.export.ResultPicture;
import auralis.library.export.SoundPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Masters a piece of music in a few ways and writes reports to be looked at: one track, and a batch
 * of 40 with failures and long names. Its arguments are a folder and a file of music.
 */
final class SampleReports {
    private static final String SHA =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final List<String> NAMES =
            List.of(
                    "01 Glass River.flac",
                    "Björk & Trio Guðmundar Ingólfssonar – Það sést ekki sætari mey (live).wav",
                    "a_very_long_name_without_any_space_that_some_recorder_has_made_20260714"
                            + "_1322_channel_1_and_2_take_17_final_final_v3.aiff",
                    "夜に駆ける.m4a",
                    "Interlude.mp3");

    private SampleReports() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path music = Path.of(args[1]);
        Files.createDirectories(folder);
        MasteringSettings usual = MasteringSettings.ADAPTIVE;
        List<MasteringSettings> ways =
                List.of(
                        usual,
                        usual.withIntensity(0.5),
                        usual.withLoudness(new MasteringSettings.Loudness(true, 1, -8, true)),
                        usual.withTone(new MasteringSettings.Tone(true, 1, 2, -1, 3)));
        List<ReportedFile> done = new ArrayList<>();
        try (Library library = new Library(Database.open(folder.resolve("sample.db")), folder)) {
            for (MasteringSettings way : ways) {
                done.add(master(library, music, folder, way));
            }
        }
        ReportFormat.HTML.write(folder.resolve("one.html"), new Report(done.subList(0, 1)));
        List<ReportedFile> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String source = "/music/albums/" + NAMES.get(i % NAMES.size());
            many.add(
                    i % 13 == 7
                            ? failed(source, i)
                            : named(done.get(i * 7 % 11 < 8 ? 0 : i % 4), source, i));
        }
        Report batch = new Report(many);
        for (ReportFormat format : ReportFormat.values()) {
            format.write(folder.resolve("batch." + format.name().toLowerCase()), batch);
        }
    }

    private static ReportedFile master(
            Library library, Path music, Path folder, MasteringSettings way) throws Exception {
        ExportRequest request =
                new ExportRequest(
                        music,
                        folder,
                        new Preset("adaptive", "Adaptive", "", way),
                        OutputFormat.AS_SOURCE,
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.NUMBER);
        long start = System.nanoTime();
        ExportResult result = new Exporter(library, List.of(music)).export(request, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        Path output = result.output().orElseThrow();
        ResultPicture picture =
                new ResultPicture(
                        SoundPicture.of(library.analysis(music, Progress.NONE)),
                        SoundPicture.of(library.analysis(output, Progress.NONE)),
                        SHA,
                        new StringBuilder(SHA).reverse().toString());
        return ReportedFile.of(request, false, result, Optional.of(picture), seconds);
    }

    private static ReportedFile named(ReportedFile file, String source, int number) {
        return new ReportedFile(
                source,
                Optional.of("/music/mastered" + source),
                file.state(),
                file.error(),
                file.preset(),
                file.intensity(),
                file.mode(),
                false,
                file.settings(),
                file.before(),
                file.after(),
                file.plan(),
                file.sentences(),
                number % 5 == 4
                        ? List.of(
                                "The source is MP3, a lossy format: what its encoder left out"
                                        + " cannot come back.")
                        : file.warnings(),
                file.audioSeconds(),
                file.elapsedSeconds(),
                file.realTimeFactor(),
                file.picture());
    }

    private static ReportedFile failed(String source, int number) {
        String name = Path.of(source).getFileName().toString();
        return new ReportedFile(
                source,
                Optional.empty(),
                number == 20 ? "skipped" : "failed",
                number == 20
                        ? Optional.empty()
                        : Optional.of(
                                name
                                        + ": the file ends early at 2:31. Copy it again from where"
                                        + " it came from."),
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
                0.1,
                0,
                Optional.empty());
    }
}
