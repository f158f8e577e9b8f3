package auralis.app.figures;

import auralis.app.fx.Fx;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.app.play.Rehearsal;
import auralis.app.shell.MainWindow;
import auralis.app.shell.Memory;
import auralis.app.shell.Services;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.media.Media;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/** The window on a library and an output, and somebody who presses its buttons. */
final class WindowRobot {
    private static final long LOOK_MILLIS = 5;

    /** What somebody does with the window, on a thread of their own. */
    interface Deeds {
        void run(WindowRobot robot) throws Exception;
    }

    final Library library;
    final Player player;
    private final Stage stage;
    final MainWindow window;

    private WindowRobot(Library library, Player player, Stage stage, MainWindow window) {
        this.library = library;
        this.player = player;
        this.stage = stage;
        this.window = window;
    }

    /** Opens the window as the program does, and closes it behind the deeds. */
    static void run(Path folder, SoundOutputs outputs, Deeds deeds) throws Exception {
        Files.createDirectories(folder);
        Path demo = demo(folder);
        AtomicReference<WindowRobot> robot = new AtomicReference<>();
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Library library =
                        new Library(Database.open(folder.resolve(Backups.DATABASE)), folder);
                Memory memory = new Memory(library.settings());
                Player player = new Player(outputs, Media::open)) {
            outputs.watch();
            Services services =
                    Services.of(
                            library,
                            memory,
                            player,
                            Presets.factory(),
                            new Presets(folder.resolve("presets")),
                            new Thumbnails(folder.resolve("thumbnails")),
                            Optional.empty());
            library.measuring().start();
            Thread driver = new Thread(() -> drive(robot.get(), deeds, failure), "driver");
            Fx.runUntilClosed(
                    () -> {
                        Stage stage = new Stage();
                        MainWindow window = new MainWindow(stage, services);
                        window.show();
                        Rehearsal.start(
                                library,
                                demo,
                                services.presets().get(0).settings(),
                                () -> !player.state().playing());
                        robot.set(new WindowRobot(library, player, stage, window));
                        driver.start();
                    });
            driver.join();
            robot.get().window.awaitEnd();
        }
        outputs.close();
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static Path demo(Path folder) throws IOException {
        Path file = folder.resolve("demo.flac");
        try (InputStream in =
                WindowRobot.class.getResourceAsStream("/auralis/assets/demo/glass-river.flac")) {
            Files.copy(in, file);
        }
        return file;
    }

    private static void drive(WindowRobot robot, Deeds deeds, AtomicReference<Exception> failure) {
        try {
            deeds.run(robot);
        } catch (Exception e) {
            failure.set(e);
        } finally {
            Fx.later(robot.window::close);
        }
    }

    void press(String id) throws InterruptedException {
        onFx(
                () -> {
                    ((ButtonBase) find(stage.getScene().getRoot(), id)).fire();
                    return null;
                });
    }

    Node find(String id) {
        return find(stage.getScene().getRoot(), id);
    }

    private static Node find(Node node, String id) {
        if (id.equals(node.getId())) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static <V> V onFx(Callable<V> question) throws InterruptedException {
        FutureTask<V> task = new FutureTask<>(question);
        Fx.later(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    void until(Predicate<PlayerState> condition) throws InterruptedException {
        while (!condition.test(player.state())) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
