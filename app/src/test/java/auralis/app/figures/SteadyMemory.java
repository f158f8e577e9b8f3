package auralis.app.figures;

import auralis.dsp.Progress;
import auralis.dsp.master.Preset;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;

/**
 * An hour of music in the window, shuffled and twenty times as fast as it sounds, while somebody
 * seeks, switches sides, presets and intensity, pauses and changes tracks: does what the process
 * holds grow? {@code docs/bench/player memory} runs it.
 */
public final class SteadyMemory {
    private static final int SECONDS = 3_600;
    private static final int SAMPLE_SECONDS = 300;
    private static final int QUARTER = SECONDS / SAMPLE_SECONDS / 4;
    private static final double LEAST_REST_SECONDS = 2;
    private static final double MOST_REST_SECONDS = 25;
    private static final int STORM = 20;
    private static final long LOOK_MILLIS = 5;
    private static final long PAUSE_NANOS = 2_000_000_000L;

    /** Longer than any preparation: then it does not play any more. */
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    /**
     * What the process holds.
     *
     * @param second of the music
     * @param heap what is in use behind a collection, MB
     * @param outside what else the JVM tells of: classes, compiled code, MB
     * @param resident what the system counts, MB
     */
    private record Sample(
            int second,
            double heap,
            double outside,
            double resident,
            double threads,
            double files) {
        private static final double MEGABYTE = 1 << 20;
        private static final double KILOBYTES = 1 << 10;

        static Sample now(int second) throws IOException {
            var memory = ManagementFactory.getMemoryMXBean();
            System.gc();
            double heap = memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
            double outside = memory.getNonHeapMemoryUsage().getUsed() / MEGABYTE;
            return new Sample(
                    second,
                    heap,
                    outside,
                    status("VmRSS:") / KILOBYTES,
                    status("Threads:"),
                    openFiles());
        }

        private static double status(String name) throws IOException {
            String line =
                    Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(l -> l.startsWith(name))
                            .findFirst()
                            .orElseThrow();
            return Double.parseDouble(line.replaceAll("[^0-9]", ""));
        }

        private static long openFiles() throws IOException {
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return open.count();
            }
        }
    }

    private final WindowRobot robot;
    private final AtomicLong takenNanos;
    private final Random random = new Random(11);
    private final List<Sample> samples = new ArrayList<>();
    private int deeds;
    private long pausedNanos = System.nanoTime();

    private SteadyMemory(WindowRobot robot, AtomicLong takenNanos) {
        this.robot = robot;
        this.takenNanos = takenNanos;
    }

    /** {@code DATA_FOLDER MUSIC_FOLDER}. */
    public static void main(String[] arguments) throws Exception {
        Path music = Path.of(arguments[1]);
        AtomicLong takenNanos = new AtomicLong();
        WindowRobot.run(
                Path.of(arguments[0]),
                HastyOutput.of(takenNanos),
                robot -> new SteadyMemory(robot, takenNanos).run(music));
        System.exit(0);
    }

    private void run(Path music) throws Exception {
        begin(music);
        System.out.println("second  heap  outside  resident  threads  files  deeds");
        double due = 0;
        while (samples.size() < SECONDS / SAMPLE_SECONDS) {
            due +=
                    LEAST_REST_SECONDS
                            + random.nextDouble() * (MOST_REST_SECONDS - LEAST_REST_SECONDS);
            double next = due;
            await(() -> isPast(next));
            if (seconds() >= (samples.size() + 1) * SAMPLE_SECONDS) {
                sample();
            }
            act();
            deeds++;
        }
        compare("heap", Sample::heap);
        compare("outside", Sample::outside);
        compare("resident", Sample::resident);
        compare("threads", Sample::threads);
        compare("files", Sample::files);
    }

    /** Measuring is over before the hour begins. */
    private void begin(Path music) throws Exception {
        long files;
        try (Stream<Path> all = Files.list(music)) {
            files = all.count();
        }
        TableView<?> table = (TableView<?>) robot.find("table");
        onFx(() -> robot.window.add(List.of(music)));
        await(() -> table.getItems().size() == files);
        robot.library.measuring().rest(Progress.NONE);
        robot.press("play.shuffle");
        robot.press("play.repeat");
        robot.press("master.ab.mastered");
        onFx(() -> table.getSelectionModel().select(0));
        robot.press("play.toggle");
    }

    private double seconds() {
        return takenNanos.get() / 1e9;
    }

    /** Somebody who seeks behind the end of a track has to press play. */
    private boolean isPast(double second) {
        long now = System.nanoTime();
        if (robot.player.state().playing()) {
            pausedNanos = now;
        } else if (now - pausedNanos > PAUSE_NANOS) {
            pausedNanos = now;
            robot.player.play();
        }
        return seconds() >= second;
    }

    private void sample() throws IOException {
        Sample now = Sample.now((int) seconds());
        samples.add(now);
        System.out.printf(
                Locale.ROOT,
                "%6d %5.0f %8.0f %9.0f %8.0f %6.0f %6d%n",
                now.second,
                now.heap,
                now.outside,
                now.resident,
                now.threads,
                now.files,
                deeds);
    }

    /** The means of the first quarter of an hour and the last. */
    private void compare(String name, ToDoubleFunction<Sample> figure) {
        double first = mean(samples.subList(0, QUARTER), figure);
        double last = mean(samples.subList(samples.size() - QUARTER, samples.size()), figure);
        System.out.printf(
                Locale.ROOT,
                "%-8s first quarter %6.1f, last quarter %6.1f, %+.1f%n",
                name,
                first,
                last,
                last - first);
    }

    private static double mean(List<Sample> some, ToDoubleFunction<Sample> figure) {
        return some.stream().mapToDouble(figure).average().orElseThrow();
    }

    // ---- deeds

    private void act() throws InterruptedException {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> seek();
            case 3 -> seekOften();
            case 4, 5 ->
                    robot.press(random.nextBoolean() ? "master.ab.mastered" : "master.ab.original");
            case 6 -> choosePreset();
            case 7 ->
                    onFx(
                            () ->
                                    ((Slider) robot.find("master.intensity"))
                                            .setValue(random.nextDouble()));
            case 8 -> pause();
            default -> robot.press(random.nextInt(4) == 0 ? "play.previous" : "play.next");
        }
    }

    private void seek() {
        long frames = robot.player.state().totalFrames().orElse(0);
        robot.player.seek((long) (random.nextDouble() * frames));
    }

    private void seekOften() {
        for (int i = 0; i < STORM; i++) {
            seek();
        }
    }

    @SuppressWarnings("unchecked")
    private void choosePreset() throws InterruptedException {
        ComboBox<Preset> presets = (ComboBox<Preset>) robot.find("master.preset");
        int chosen = random.nextInt(presets.getItems().size());
        onFx(() -> presets.setValue(presets.getItems().get(chosen)));
    }

    private void pause() throws InterruptedException {
        robot.press("play.toggle");
        robot.until(s -> !s.playing());
        robot.press("play.toggle");
    }

    private static void onFx(Runnable deed) throws InterruptedException {
        WindowRobot.onFx(
                () -> {
                    deed.run();
                    return null;
                });
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nothing moves: " + robot.player.state());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
