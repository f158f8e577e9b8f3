package auralis.library.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How a folder stands, asked in a way that comes back even if the network behind it does not.
 *
 * @param folder whether it is there and is a folder
 * @param empty whether nothing at all is in it
 * @param store names the disk that it is on, or that its nearest folder above is on while it is not
 *     there
 * @param kind of the file system there
 */
record Reach(boolean folder, boolean empty, String store, String kind) {
    static final Reach NONE = new Reach(false, false, "", "");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static Reach of(Path folder) throws InterruptedException {
        FutureTask<Reach> task = new FutureTask<>(() -> look(folder));
        Thread thread = new Thread(task, "auralis-reach");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Not reached, for whatever reason.
            return NONE;
        }
    }

    private static Reach look(Path folder) throws IOException {
        boolean there = Files.isDirectory(folder);
        Path nearest = folder;
        while (nearest.getParent() != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        FileStore store = Files.getFileStore(nearest);
        return new Reach(
                there, there && isEmpty(folder), store.name() + " " + store.type(), store.type());
    }

    private static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            // There, though it may not be read: the walk says so.
            return false;
        }
    }
}
