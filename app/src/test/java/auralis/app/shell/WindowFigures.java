package auralis.app.shell;

import auralis.app.fx.Fx;
import auralis.app.play.Player;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Media;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/**
 * How quickly the window answers with a large library: from the start of the process to rows on the
 * screen, from a key to the result of the search, from a click on a head to the sorted list; and
 * for how long the FX thread was busy with it at most. Of each the time by the clock and the
 * processor time of the FX thread.
 *
 * <p>{@code docs/bench/window DATA_FOLDER} runs it.
 */
public final class WindowFigures {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> HEADS =
            List.of("Title", "Artist", "Album", "Time", "LUFS", "True peak");

    private final AtomicReference<MainWindow> window = new AtomicReference<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>();
    private final Pulse pulse = new Pulse();

    private WindowFigures() {}

    public static void main(String[] arguments) throws Exception {
        new WindowFigures().run(Path.of(arguments[0]));
        System.exit(0);
    }

    private void run(Path folder) throws Exception {
        try (Library library = new Library(Database.open(folder.resolve("auralis.db")), folder);
                Memory memory = new Memory(new FakeStore());
                Player player = new Player(AudibleOutput.present(), Media::open)) {
            Services services =
                    Services.of(
                            library,
                            memory,
                            player,
                            Presets.factory(),
                            new Presets(folder.resolve("presets")),
                            new Thumbnails(folder.resolve("thumbnails")),
                            Optional.empty());
            Thread driver = new Thread(() -> drive(), "driver");
            Fx.runUntilClosed(
                    () -> {
                        stage.set(new Stage());
                        window.set(new MainWindow(stage.get(), services));
                        window.get().show();
                        driver.start();
                    });
            driver.join();
            window.get().awaitEnd();
        }
    }

    private void drive() {
        try {
            figures();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            Fx.later(window.get()::close);
        }
    }

    private void figures() throws Exception {
        until(() -> !table().getItems().isEmpty());
        tellStart("first rows");
        until(() -> table().getItems().size() > 1000);
        tellStart("all rows");
        pulse.start();
        say("%-22s %9s %9s %9s", "", "clock ms", "stall ms", "FX cpu ms");
        for (int pass = 0; pass < 2; pass++) {
            for (String head : HEADS) {
                measure("sort by " + head, () -> sort(head));
            }
            StringBuilder typed = new StringBuilder();
            for (char letter : "night".toCharArray()) {
                typed.append(letter);
                String text = typed.toString();
                measure("type " + text, () -> field().setText(text));
            }
            measure("type lufs:<-16", () -> field().setText("lufs:<-16"));
            measure("clear", () -> field().setText(""));
        }
        measure("scroll to the end", () -> table().scrollTo(table().getItems().size() - 1));
    }

    private void tellStart(String what) throws Exception {
        onFx(() -> null);
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        say(
                "%-22s %9d ms after the start of the JVM, %d ms of processor time",
                what, System.currentTimeMillis() - started, cpu.toMillis());
    }

    /**
     * From the deed to the replaced list; the longest time in which the FX thread did not answer.
     */
    private void measure(String what, Runnable deed) throws Exception {
        AtomicReference<Long> answered = new AtomicReference<>();
        ListChangeListener<Object> listener = change -> answered.set(System.nanoTime());
        long fx = onFx(() -> Thread.currentThread().getId());
        onFx(
                () -> {
                    table().getItems().addListener(listener);
                    return null;
                });
        long cpu = THREADS.getThreadCpuTime(fx);
        pulse.reset();
        long start = System.nanoTime();
        onFx(
                () -> {
                    deed.run();
                    return null;
                });
        boolean replaces = !what.startsWith("scroll");
        for (int i = 0; i < 300 && replaces && answered.get() == null; i++) {
            Thread.sleep(10);
        }
        Thread.sleep(300);
        onFx(
                () -> {
                    table().getItems().removeListener(listener);
                    return null;
                });
        long end = answered.get() == null ? start : answered.get();
        say(
                "%-22s %9.0f %9.0f %9.0f  %d rows",
                what,
                (end - start) / 1e6,
                pulse.longest() / 1e6,
                (THREADS.getThreadCpuTime(fx) - cpu) / 1e6,
                table().getItems().size());
    }

    private void sort(String head) {
        for (TableColumn<?, ?> column : table().getColumns()) {
            if (column.getText().equals(head)) {
                order(table(), column);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void order(TableView<T> table, TableColumn<?, ?> column) {
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    private TableView<?> table() {
        return (TableView<?>) stage.get().getScene().lookup("#table");
    }

    private TextField field() {
        return stage.get().getScene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> "head.search".equals(node.getId()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <V> V onFx(Callable<V> question) throws InterruptedException {
        FutureTask<V> task = new FutureTask<>(question);
        Fx.later(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void until(Callable<Boolean> condition) throws InterruptedException {
        while (!onFx(condition)) {
            Thread.sleep(5);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Asks the FX thread every few milliseconds and remembers the longest answer. */
    private static final class Pulse {
        private final List<Long> nanos = new ArrayList<>();

        void start() {
            Thread thread = new Thread(this::beat, "pulse");
            thread.setDaemon(true);
            thread.setPriority(Thread.MAX_PRIORITY);
            thread.start();
        }

        private void beat() {
            try {
                while (true) {
                    long asked = System.nanoTime();
                    onFx(() -> null);
                    synchronized (nanos) {
                        nanos.add(System.nanoTime() - asked);
                    }
                    Thread.sleep(4);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void reset() {
            synchronized (nanos) {
                nanos.clear();
            }
        }

        long longest() {
            synchronized (nanos) {
                return nanos.stream().mapToLong(Long::longValue).max().orElse(0);
            }
        }
    }
}
