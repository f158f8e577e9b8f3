package auralis.library.media;

import auralis.dsp.AudioBlock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Decodes damaged files by the thousand, as a check outside the build that no decoder hangs,
 * crashes the process or grows. Each file is read to its end or to its error, then from four random
 * places.
 *
 * <p>Run with a folder of short sound files of all kinds, a number of files and a seed:
 *
 * <pre>
 * mvn -q -B -pl library -am test-compile dependency:build-classpath \
 *     -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
 * java -Xmx512m -cp library/target/test-classes:library/target/classes:dsp-core/target/classes:\
 * $(cat library/target/classpath) auralis.library.media.DecoderFuzz FOLDER 2000 1
 * </pre>
 *
 * <p>Seed files of 1 to 3 seconds: {@code sox -n -r 44100 -c 2 -b 24 s.wav synth 2.4 pluck A3 pluck
 * C4 gain -6}, then flac, lame, oggenc, opusenc, wavpack, and ffmpeg for the rest. Ends with 1 when
 * a decoder answered with anything but frames or a sentence; a file that takes more than ten
 * seconds of processor time is kept and ends the program with 3.
 */
public final class DecoderFuzz {
    /** Processor time, so that a busy machine does not accuse a decoder. */
    private static final long LIMIT_NANOS = 10_000_000_000L;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final String[] ENDINGS = {"wav", "mp3", "flac", "m4a", "ogg", "txt", "jpg"};

    private final Path work;
    private final AtomicLong started = new AtomicLong(Long.MAX_VALUE);
    private final Map<String, Row> rows = new TreeMap<>();
    private volatile Path current;
    private int unexpected;

    private static final class Row {
        int files;
        int opened;
        int refused;
        int brokenOff;
        int damaged;
        double slowestMs;
        long rssBefore = -1;
        long rssAfter;
    }

    private DecoderFuzz(Path work) {
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        List<Path> seeds;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            seeds = files.filter(Files::isRegularFile).sorted().toList();
        }
        DecoderFuzz fuzz = new DecoderFuzz(Files.createTempDirectory("fuzz"));
        fuzz.watch();
        fuzz.run(seeds, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        fuzz.print();
        System.exit(fuzz.unexpected > 0 ? 1 : 0);
    }

    /** Files of one kind follow each other, so that what grows is seen in its row. */
    private void run(List<Path> seeds, int count, long seed) throws IOException {
        for (int s = 0; s < seeds.size(); s++) {
            byte[] original = Files.readAllBytes(seeds.get(s));
            String name = seeds.get(s).getFileName().toString();
            Row row = rows.computeIfAbsent(name, n -> new Row());
            int share = count / seeds.size() + (s < count % seeds.size() ? 1 : 0);
            for (int i = 0; i < share; i++) {
                decode(name, original, new Random(seed * 1_000_003 + s * 100_003L + i), row);
                if (i == share / 5) {
                    row.rssBefore = residentKiB();
                }
            }
            row.rssAfter = residentKiB();
        }
    }

    private void decode(String name, byte[] original, Random random, Row row) throws IOException {
        String ending =
                random.nextInt(4) == 0
                        ? ENDINGS[random.nextInt(ENDINGS.length)]
                        : name.substring(name.lastIndexOf('.') + 1);
        Path file = work.resolve("damaged." + ending);
        Files.write(file, Mutation.damage(original, random));
        current = file;
        long start = CLOCK.getCurrentThreadCpuTime();
        started.set(start);
        row.files++;
        try (MediaSource source = Media.open(file)) {
            row.opened++;
            listen(source, random, row);
        } catch (MediaException e) {
            row.refused++;
        } catch (IOException | RuntimeException | Error e) {
            unexpected++;
            System.out.println("unexpected: " + name + " " + keep(file));
            e.printStackTrace(System.out);
        }
        started.set(Long.MAX_VALUE);
        row.slowestMs = Math.max(row.slowestMs, (CLOCK.getCurrentThreadCpuTime() - start) / 1e6);
        Files.deleteIfExists(file);
    }

    private void listen(MediaSource source, Random random, Row row) throws IOException {
        AudioBlock block = new AudioBlock(source.format().channels(), 4096);
        long frames = 0;
        try {
            for (int got = 0; got >= 0; got = source.read(block)) {
                frames += got;
                require(Float.isFinite(block.first(got).peak()) || got == 0, "not finite");
                block.all();
            }
            require(source.frames().orElse(frames) == frames, "not of its length");
        } catch (MediaException e) {
            row.brokenOff++;
        }
        for (int i = 0; i < 4 && frames > 0; i++) {
            try {
                source.seek(random.nextLong(frames));
                source.read(block);
            } catch (MediaException e) {
                require(!e.getMessage().isBlank(), "no sentence");
            }
        }
        row.damaged += source.damage().isEmpty() ? 0 : 1;
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalStateException(problem);
        }
    }

    private Path keep(Path file) throws IOException {
        Path kept = work.resolve("kept-" + System.nanoTime() + "-" + file.getFileName());
        return Files.copy(file, kept);
    }

    private void watch() {
        Thread main = Thread.currentThread();
        Thread watcher =
                new Thread(
                        () -> {
                            while (CLOCK.getThreadCpuTime(main.getId()) - LIMIT_NANOS
                                    < started.get()) {
                                LockSupport.parkNanos(200_000_000L);
                            }
                            System.out.println("over ten seconds: " + current);
                            for (StackTraceElement line : main.getStackTrace()) {
                                System.out.println("    " + line);
                            }
                            Runtime.getRuntime().halt(3);
                        });
        watcher.setDaemon(true);
        watcher.start();
    }

    private static long residentKiB() throws IOException {
        System.gc();
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(status));
        lines.removeIf(line -> !line.startsWith("VmRSS"));
        return Long.parseLong(lines.get(0).replaceAll("\\D", ""));
    }

    private void print() {
        System.out.println(
                "file            files opened refused brokenOff damaged slowest ms  RSS MiB");
        rows.forEach(
                (name, row) ->
                        System.out.printf(
                                "%-15s %5d %6d %7d %9d %7d %10.0f  %d -> %d%n",
                                name,
                                row.files,
                                row.opened,
                                row.refused,
                                row.brokenOff,
                                row.damaged,
                                row.slowestMs,
                                row.rssBefore / 1024,
                                row.rssAfter / 1024));
        System.out.println(unexpected + " unexpected answers");
    }
}
