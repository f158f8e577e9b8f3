package auralis.app.shell;

import auralis.app.fx.FxTask;
import auralis.app.text.Texts;
import auralis.library.report.Report;
import auralis.library.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** From a report to the user's browser, or to a file of theirs. FX thread only. */
final class ReportRoad {
    /** By then a browser has read what was opened. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Surroundings around;
    private final Path folder;

    /**
     * @param folder for reports that are only looked at
     */
    ReportRoad(Surroundings around, Path folder) {
        this.around = around;
        this.folder = folder;
    }

    void open(Report report, String name) {
        start(
                () -> {
                    forgetOld();
                    Path file = folder.resolve(name + ".html");
                    ReportFormat.HTML.write(file, report);
                    around.desktop().openFile(file);
                },
                () -> {});
    }

    void save(Report report, String name) {
        String title = Texts.text("choose.report");
        around.askNewFile(title, Desktop.Kind.REPORT, name + ".html")
                .ifPresent(
                        file -> start(() -> format(file).write(file, report), () -> saved(file)));
    }

    private void saved(Path file) {
        around.notices()
                .done(
                        Texts.text("toast.report.saved", file),
                        "toast.report.open",
                        () -> start(() -> around.desktop().openFile(file), () -> {}));
    }

    private static ReportFormat format(Path file) {
        return ReportFormat.of(file).orElse(ReportFormat.HTML);
    }

    private void forgetOld() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        Instant oldest = Instant.now().minus(KEPT);
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private void start(Deed deed, Runnable then) {
        new FxTask<Void>(
                        progress -> {
                            deed.run();
                            return null;
                        })
                .onResult(nothing -> then.run())
                .onFailure(failure -> around.notices().problem(failure.getMessage()))
                .start(around.workers());
    }
}
