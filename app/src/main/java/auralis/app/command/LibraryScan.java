package auralis.app.command;

import auralis.library.Library;
import auralis.library.scan.ScanReport;
import auralis.library.track.Root;
import auralis.library.track.ScanProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the library up to what is on the disk. */
@Command(
        name = "scan",
        description = {
            "Adds folders and files to the library and looks for what changed in them.",
            "Without a folder: looks at all that the library knows."
        })
final class LibraryScan extends LibraryTask {
    @Parameters(arity = "0..*", paramLabel = "FOLDER", description = "Folders, or files.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--analyze", description = "Measures what is not measured yet, too.")
    private boolean analyze;

    /** A file that could not be used. */
    private record Problem(String file, String reason) {
        static Problem of(ScanProblem problem) {
            return new Problem(problem.path().toString(), problem.reason());
        }

        @Override
        public String toString() {
            String name = Path.of(file).getFileName().toString();
            return reason.contains(name) ? reason : file + ": " + reason;
        }
    }

    /** The whole answer. */
    private record Answer(
            long found,
            long added,
            long changed,
            long moved,
            long missing,
            List<String> offline,
            List<Problem> problems,
            double elapsedSeconds) {

        static Answer of(ScanReport report, List<Problem> notThere) {
            List<Problem> problems = new ArrayList<>(notThere);
            report.problems().forEach(problem -> problems.add(Problem.of(problem)));
            return new Answer(
                    report.found(),
                    report.added(),
                    report.changed(),
                    report.moved(),
                    report.missing(),
                    report.offlineRoots().stream().map(Root::folder).map(Path::toString).toList(),
                    problems,
                    report.elapsed().toMillis() / 1000.0);
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%d files found: %d new, %d changed, %d moved, %d gone, %d with problems. %.1f"
                            + " s",
                    found,
                    added,
                    changed,
                    moved,
                    missing,
                    problems.size(),
                    elapsedSeconds);
        }
    }

    @Override
    boolean writes() {
        return true;
    }

    @Override
    int run(Library library) throws IOException, InterruptedException {
        Answer answer = scan(library);
        answer.problems().forEach(System.err::println);
        answer.offline().forEach(folder -> System.err.println(folder + " is not connected."));
        if (json()) {
            print(answer);
        } else {
            say(answer.words());
        }
        boolean allMeasured = !analyze || measure(library);
        return FileCommand.exitCode(!answer.problems().isEmpty() || !allMeasured);
    }

    private Answer scan(Library library) throws IOException, InterruptedException {
        try (ProgressLine progress = progress("Scan")) {
            if (folders.isEmpty()) {
                return Answer.of(library.scans().rescan(progress), List.of());
            }
            List<Path> there = folders.stream().filter(Files::exists).toList();
            List<Problem> notThere =
                    folders.stream()
                            .filter(folder -> !Files.exists(folder))
                            .map(
                                    folder ->
                                            new Problem(
                                                    folder.toString(), folder + " is not there."))
                            .toList();
            return Answer.of(library.add(there, progress), notThere);
        }
    }

    private boolean measure(Library library) throws IOException, InterruptedException {
        try (ProgressLine progress = progress("Measuring")) {
            int problems = library.measuring().rest(progress);
            if (problems > 0) {
                System.err.println(problems + " tracks could not be measured: search problem:yes");
            }
            return problems == 0;
        }
    }
}
