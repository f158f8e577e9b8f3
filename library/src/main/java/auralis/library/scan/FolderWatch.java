package auralis.library.scan;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hears from the system what changes in a folder and all below it, links not followed. */
final class FolderWatch implements DirectoryChangeListener, Closeable {
    private static final Logger LOG = System.getLogger(FolderWatch.class.getName());

    private final Path root;
    private final Consumer<Path> changed;
    private final DirectoryWatcher watcher;
    private final CompletableFuture<Void> running;
    private volatile boolean failed;

    private FolderWatch(Path root, Consumer<Path> changed) throws IOException {
        this.root = root;
        this.changed = changed;
        this.watcher =
                DirectoryWatcher.builder().path(root).listener(this).fileHashing(false).build();
        this.running =
                watcher.watchAsync(
                        task -> {
                            Thread thread = new Thread(task, "auralis-watch");
                            thread.setDaemon(true);
                            thread.start();
                        });
    }

    /**
     * @param changed is called on a thread of the watch
     * @throws IOException when the system does not watch this folder
     */
    static FolderWatch start(Path root, Consumer<Path> changed) throws IOException {
        return new FolderWatch(root, changed);
    }

    /** Whether it hears no more, or not all, as when the system has no more watches to give. */
    boolean hasFailed() {
        return failed || running.isDone();
    }

    @Override
    public void onException(Exception fault) {
        // A folder that was gone again before it could be watched is no failure.
        if (!(fault instanceof NoSuchFileException)) {
            LOG.log(Level.INFO, "watching " + root, fault);
            failed = true;
        }
    }

    @Override
    public void onEvent(DirectoryChangeEvent event) {
        Path path = event.path() == null ? root : event.path();
        switch (event.eventType()) {
            case OVERFLOW -> changed.accept(root);
            case CREATE, MODIFY, DELETE -> {
                if (isOfInterest(path)) {
                    changed.accept(path);
                }
            }
        }
    }

    /** What is gone may have been a folder. */
    private boolean isOfInterest(Path path) {
        return !isHidden(path) && (!Files.isRegularFile(path) || SoundFiles.isSound(path));
    }

    private boolean isHidden(Path path) {
        for (Path part = path; part != null && !part.equals(root); part = part.getParent()) {
            if (SoundFiles.isHidden(part)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the watch of " + root + " does not end", e);
        }
    }
}
