package auralis.library.job;

import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.track.JobStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a queue where the library cannot be written: in a folder of the system that goes away with
 * the program. What is worked on is worked on, but nothing goes on after a crash.
 */
final class PassingStorage implements Closeable {
    private final Path folder;
    private final Database database;

    PassingStorage() throws IOException {
        folder = Files.createTempDirectory("auralis-queue");
        try {
            database = Database.open(folder.resolve(Backups.DATABASE));
        } catch (IOException e) {
            delete();
            throw e;
        }
    }

    JobStore jobs() {
        return database.jobs();
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } finally {
            delete();
        }
    }

    private void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
