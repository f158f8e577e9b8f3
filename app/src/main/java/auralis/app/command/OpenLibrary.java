package auralis.app.command;

import auralis.app.platform.LogFile;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.effect.EffectJars;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The library of a data folder with all effects, for a command that works with it. */
final class OpenLibrary implements Closeable {
    private final EffectJars effects;
    private final Library library;

    private OpenLibrary(EffectJars effects, Library library) {
        this.effects = effects;
        this.library = library;
    }

    /** Opens it, and warns of what does not work. */
    static OpenLibrary of(RootCommand root) throws IOException {
        Path folder = root.dataFolder();
        LogFile.open(folder, root.verbose);
        EffectJars effects = EffectJars.load(folder.resolve("effects"));
        try {
            Database database = Database.open(folder.resolve(Backups.DATABASE));
            Library library =
                    new Library(database, folder, effects.catalogue(), WorkerCommand.start());
            if (!root.quiet) {
                effects.warnings().forEach(System.err::println);
                library.readOnly().ifPresent(System.err::println);
            }
            return new OpenLibrary(effects, library);
        } catch (IOException | RuntimeException e) {
            effects.close();
            throw e;
        }
    }

    Library library() {
        return library;
    }

    /** What is done with a library. */
    @FunctionalInterface
    interface Use<T> {
        T of(Library library) throws IOException, InterruptedException;
    }

    /** Uses the library; who interrupts it does not wait for a backup. */
    <T> T use(Use<T> use) throws IOException, InterruptedException {
        try {
            return use.of(library);
        } catch (InterruptedException e) {
            library.upkeep().postponeBackup();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (effects) {
            library.close();
        }
    }
}
