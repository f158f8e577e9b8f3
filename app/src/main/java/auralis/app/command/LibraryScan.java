package auralis.app.command;

import auralis.library.Library;
import auralis.library.job.Work;
import auralis.library.json.Json;
import auralis.library.scan.ScanReport;
import auralis.library.scan.ScanSummary;
import auralis.library.scan.ScanSummary.Problem;
import auralis.library.track.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
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

    @Option(
            names = "--queue",
            description =
                    "Folders as jobs of the queue: what is interrupted goes on with the same"
                            + " command, or \"jobs run\".")
    private boolean queued;

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

        static Answer of(List<ScanSummary> scans, List<Problem> others) {
            return new Answer(
                    sum(scans, ScanSummary::found),
                    sum(scans, ScanSummary::added),
                    sum(scans, ScanSummary::changed),
                    sum(scans, ScanSummary::moved),
                    sum(scans, ScanSummary::missing),
                    scans.stream().flatMap(scan -> scan.offline().stream()).toList(),
                    Stream.concat(
                                    others.stream(),
                                    scans.stream().flatMap(scan -> scan.problems().stream()))
                            .toList(),
                    scans.stream().mapToDouble(ScanSummary::elapsedSeconds).sum());
        }

        private static long sum(List<ScanSummary> scans, ToLongFunction<ScanSummary> number) {
            return scans.stream().mapToLong(number).sum();
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
        List<Problem> problems = new ArrayList<>();
        List<Path> there = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                there.add(folder);
            } else {
                problems.add(new Problem(folder.toString(), folder + " is not there."));
            }
        }
        if (queued) {
            return Answer.of(queued(library, whole(library, there), problems), problems);
        }
        try (ProgressLine progress = progress("Scan")) {
            ScanReport report =
                    folders.isEmpty()
                            ? library.scans().rescan(progress)
                            : library.add(there, progress);
            return Answer.of(List.of(ScanSummary.of(report)), problems);
        }
    }

    /** Without a folder: all that the library knows. */
    private List<Path> whole(Library library, List<Path> there) throws IOException {
        return folders.isEmpty()
                ? library.scans().roots().stream().map(Root::folder).toList()
                : there.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }

    /** One after the other: a library is scanned once at a time. */
    private List<ScanSummary> queued(Library library, List<Path> places, List<Problem> problems)
            throws IOException, InterruptedException {
        List<Piece<Path>> pieces =
                places.stream().map(place -> Piece.of(place, new Work.Scan(place))).toList();
        List<ScanSummary> scans = new ArrayList<>();
        try (QueueWork work = new QueueWork(library, quiet())) {
            List<JobAnswer> answers = work.map(pieces, 1, JobAnswer::of, answer -> {});
            for (int i = 0; i < answers.size(); i++) {
                JobAnswer answer = answers.get(i);
                if (answer.error().isPresent()) {
                    problems.add(new Problem(places.get(i).toString(), answer.error().get()));
                } else {
                    scans.add(Json.read(answer.result(), ScanSummary.class));
                }
            }
        }
        return scans;
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
