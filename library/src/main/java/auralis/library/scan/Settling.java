package auralis.library.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What changed on the disk and may still be changing. A path has settled when nothing was heard of
 * it for a while and two looks at it, as far apart again, saw the same; a folder also waits for all
 * that is in it. Any thread.
 */
final class Settling {
    private static final String GONE = "gone";

    private final long quietNanos;
    private final LongSupplier nanoTime;
    private final Map<Path, Change> changes = new HashMap<>();

    /**
     * @param saw what the last look saw; null before the first
     */
    private record Change(long atNanos, String saw) {}

    Settling(Duration quiet, LongSupplier nanoTime) {
        this.quietNanos = quiet.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Something happened to a file or folder. */
    synchronized void touch(Path path) {
        changes.put(path, new Change(nanoTime.getAsLong(), null));
    }

    /** Looks at what is due, and takes out what has settled. */
    synchronized List<Path> takeSettled() {
        List<Path> settled = new ArrayList<>();
        Set<Path> waiting = new HashSet<>();
        for (Path path : List.copyOf(changes.keySet())) {
            if (isSettled(path)) {
                settled.add(path);
            } else {
                for (Path above = path.getParent(); above != null; above = above.getParent()) {
                    waiting.add(above);
                }
            }
        }
        settled.removeIf(waiting::contains);
        settled.forEach(changes::remove);
        return settled;
    }

    private boolean isSettled(Path path) {
        Change change = changes.get(path);
        if (nanoTime.getAsLong() - change.atNanos() < quietNanos) {
            return false;
        }
        String sees = look(path);
        if (sees.equals(change.saw())) {
            return true;
        }
        changes.put(path, new Change(nanoTime.getAsLong(), sees));
        return false;
    }

    private static String look(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isDirectory() ? list(path) : text(attributes);
        } catch (IOException e) {
            // Not there, or not to be read: the scan will say so.
            return GONE;
        }
    }

    /** What is directly in a folder: a copy into it may go on without being heard of. */
    private static String list(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path entry : inside) {
                BasicFileAttributes attributes =
                        Files.readAttributes(
                                entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                entries.add(entry.getFileName() + text(attributes));
            }
        }
        entries.sort(null);
        return entries.toString();
    }

    private static String text(BasicFileAttributes attributes) {
        return " " + attributes.size() + " " + attributes.lastModifiedTime();
    }
}
