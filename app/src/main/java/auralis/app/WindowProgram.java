package auralis.app;

import auralis.app.command.RootCommand;
import auralis.app.command.RootCommand.WindowStarter;
import auralis.app.command.WorkerCommand;
import auralis.app.fx.Fx;
import auralis.app.instance.Message;
import auralis.app.instance.SingleInstance;
import auralis.app.platform.Display;
import auralis.app.platform.LogFile;
import auralis.app.platform.SoundOutputs;
import auralis.app.platform.remote.MediaKeys;
import auralis.app.platform.remote.Wakefulness;
import auralis.app.play.Player;
import auralis.app.play.Rehearsal;
import auralis.app.shell.LibraryOpener;
import auralis.app.shell.MainWindow;
import auralis.app.shell.Memory;
import auralis.app.shell.Services;
import auralis.app.shell.StartFailure;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.effect.EffectJars;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;

/** The program with its window: where all parts are put together. */
final class WindowProgram implements WindowStarter {
    private static final Logger LOG = System.getLogger(WindowProgram.class.getName());

    /** What panels of desktops show of a cover. */
    private static final int ARTWORK_PIXELS = 512;

    private static final String DEMO = "glass-river.flac";

    @Override
    public int open(Path dataFolder, List<Path> files) throws IOException, InterruptedException {
        Optional<String> problem = Display.problem();
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        Optional<SingleInstance> claim = SingleInstance.claim(dataFolder, Message.open(files));
        if (claim.isEmpty()) {
            return 0;
        }
        try (SingleInstance instance = claim.get()) {
            run(instance, dataFolder, files);
        }
        return 0;
    }

    private static void run(SingleInstance instance, Path dataFolder, List<Path> files)
            throws IOException, InterruptedException {
        Thumbnails thumbnails = new Thumbnails(dataFolder.resolve("thumbnails"));
        try (EffectJars effects = effects(dataFolder);
                Library library = library(dataFolder, effects);
                Memory memory = new Memory(library.settings());
                SoundOutputs outputs = SoundOutputs.system();
                Player player = new Player(outputs, new LibraryOpener(library));
                Wakefulness wakefulness = Wakefulness.ofSystem();
                MediaKeys keys =
                        MediaKeys.ofSystem(file -> thumbnails.file(file, ARTWORK_PIXELS))) {
            outputs.watch();
            Presets presetFiles = new Presets(dataFolder.resolve("presets"));
            Presets.Listing presets = presetFiles.all();
            List<String> warnings = new ArrayList<>(effects.warnings());
            warnings.addAll(presets.problems());
            Path demo = demo(dataFolder);
            Services services =
                    Services.of(
                                    library,
                                    memory,
                                    player,
                                    presets.presets(),
                                    presetFiles,
                                    thumbnails,
                                    Optional.of(demo))
                            .with(wakefulness);
            AtomicReference<MainWindow> window = new AtomicReference<>();
            Thread work = new Thread(() -> workInBackground(library), "auralis-library");
            work.setDaemon(true);
            work.start();
            Fx.runUntilClosed(
                    () -> {
                        MainWindow shown = show(services, warnings);
                        window.set(shown);
                        shown.receive(Message.open(files));
                        instance.listen(message -> Fx.later(() -> shown.receive(message)));
                        shown.attend(keys);
                        Rehearsal.start(
                                library,
                                demo,
                                presets.presets().get(0).settings(),
                                () -> !player.state().playing());
                    });
            work.join();
            window.get().awaitEnd();
        }
    }

    /** What the library does while the window is open; the window does not wait for its start. */
    private static void workInBackground(Library library) {
        try {
            library.watch();
            library.measuring().start();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the library is not kept up to date", e);
        }
    }

    private static EffectJars effects(Path dataFolder) throws IOException, InterruptedException {
        return told(
                () -> {
                    LogFile.open(dataFolder);
                    return EffectJars.load(dataFolder.resolve("effects"));
                });
    }

    private static Library library(Path dataFolder, EffectJars effects)
            throws IOException, InterruptedException {
        return told(
                () ->
                        new Library(
                                Database.open(dataFolder.resolve(Backups.DATABASE)),
                                dataFolder,
                                effects.catalogue(),
                                WorkerCommand.start()));
    }

    /** Something without which there is no window. */
    private interface Opening<T> {
        T open() throws IOException;
    }

    /** Whoever starts from an icon sees no terminal, so a refusal needs a window too. */
    private static <T> T told(Opening<T> opening) throws IOException, InterruptedException {
        try {
            return opening.open();
        } catch (IOException e) {
            Fx.runUntilClosed(() -> StartFailure.show(RootCommand.sentence(e)));
            throw e;
        }
    }

    private static MainWindow show(Services services, List<String> warnings) {
        MainWindow window = new MainWindow(new Stage(), services);
        window.show();
        window.warn(warnings);
        return window;
    }

    /** The demo track as a file, because that is what a library holds. */
    private static Path demo(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve("demo").resolve(DEMO);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            try (InputStream in =
                    WindowProgram.class.getResourceAsStream("/auralis/assets/demo/" + DEMO)) {
                Files.copy(in, file);
            }
        }
        return file;
    }
}
