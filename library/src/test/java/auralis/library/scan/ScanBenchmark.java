package auralis.library.scan;

import auralis.dsp.Progress;
import auralis.library.db.Database;
import auralis.library.track.LibraryEvents;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast a scan of new files and a rescan without changes are, in seconds by the clock and of the
 * processors. After {@code sh docs/bench/library/music.sh /tmp/bench/music} and {@code mvn -q -pl
 * library -am test-compile dependency:build-classpath -Dmdep.outputFile=/tmp/bench/cp}:
 *
 * <pre>
 * java -cp library/target/classes:library/target/test-classes:$(cat /tmp/bench/cp) \
 *     auralis.library.scan.ScanBenchmark /tmp/bench/music /tmp/bench/data
 * java … auralis.library.scan.ScanBenchmark copies /tmp/bench/music /tmp/bench/many 100000
 * </pre>
 *
 * The second makes so many copies of the smallest files, each with bytes of its own at its end.
 */
final class ScanBenchmark {
    private static final int TEMPLATES = 20;
    private static final int PER_FOLDER = 12;

    private ScanBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("copies")) {
            copy(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
        } else {
            scan(Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }

    private static void scan(Path music, Path data) throws IOException, InterruptedException {
        try (Database database = Database.open(data.resolve("auralis.db"));
                Scans scans = new Scans(database, new LibraryEvents(), data, tracks -> {})) {
            measure("add", () -> scans.add(List.of(music), Progress.NONE));
            measure("rescan", () -> scans.rescan(Progress.NONE));
            measure("rescan", () -> scans.rescan(Progress.NONE));
        }
    }

    private static void measure(String name, Scans.Task<ScanReport> task)
            throws IOException, InterruptedException {
        long processors = processorNanos();
        ScanReport report = task.run();
        double seconds = report.elapsed().toNanos() * 1e-9;
        System.out.printf(
                Locale.ROOT,
                "%-7s %6d files, %6d added, %d problems: %.2f s, %.0f files/s, %.2f s of"
                        + " processors%n",
                name,
                report.found(),
                report.added(),
                report.problems().size(),
                seconds,
                report.found() / seconds,
                (processorNanos() - processors) * 1e-9);
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void copy(Path music, Path many, int count) throws IOException {
        List<byte[]> templates = new ArrayList<>();
        try (Stream<Path> files = Files.walk(music)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".mp3"))
                            .sorted(Comparator.comparing(file -> file.toFile().length()))
                            .limit(TEMPLATES)
                            .toList()) {
                templates.add(Files.readAllBytes(file));
            }
        }
        for (int i = 0; i < count; i++) {
            Path folder = many.resolve("Artist " + i / PER_FOLDER / 8 + "/Album " + i / PER_FOLDER);
            Files.createDirectories(folder);
            Path file = folder.resolve("Track " + i + ".mp3");
            Files.write(file, templates.get(i % templates.size()));
            Files.write(
                    file,
                    ("number " + i).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.APPEND);
        }
    }
}
