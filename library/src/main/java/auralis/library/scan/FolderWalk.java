package auralis.library.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks folders to their bottom. Links to folders are followed, but no file is found twice: what a
 * link leads to is passed over where it is found in its own place, and else walked once, after all
 * folders that are no links, so that the same link is followed each time. A link to a folder above
 * would lead in a circle and is not followed.
 */
final class FolderWalk {
    /** Who is told what is found. */
    interface Finds {
        void file(Path file, BasicFileAttributes attributes) throws InterruptedException;

        /** A folder that was read to its end. */
        void folder(Path folder) throws InterruptedException;

        /** A folder, or a file in one, that cannot be used, and a sentence why. */
        void unreadable(Path path, String reason) throws InterruptedException;
    }

    private final List<Path> tops;
    private final Finds finds;
    private final List<Path> covered = new ArrayList<>();
    private final Set<Object> walked = new HashSet<>();
    private final Deque<Path> folders = new ArrayDeque<>();
    private final Deque<Path> linked = new ArrayDeque<>();

    // Shared, to be seen when a drive hangs.
    private volatile long steppedNanos = System.nanoTime();
    private volatile Path place;

    /**
     * @param tops folders, each walked though it be hidden or a link
     */
    FolderWalk(Collection<Path> tops, Finds finds) {
        this(tops, List.of(), finds);
    }

    /**
     * @param elsewhere folders whose files are found by other walks
     */
    FolderWalk(Collection<Path> tops, Collection<Path> elsewhere, Finds finds) {
        this.tops = List.copyOf(tops);
        this.finds = finds;
        covered.addAll(tops);
        covered.addAll(elsewhere);
    }

    /** How long it is at the same entry. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - steppedNanos);
    }

    /** The folder that it is in; null before the first. */
    Path place() {
        return place;
    }

    void run() throws InterruptedException {
        covered.replaceAll(FolderWalk::real);
        for (Path top : tops) {
            folders.add(top);
            walkAll();
        }
        while (!linked.isEmpty()) {
            folders.add(linked.remove());
            walkAll();
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            // Not to be reached, so nothing leads there.
            return folder;
        }
    }

    private void walkAll() throws InterruptedException {
        while (!folders.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Path folder = folders.pop();
            place = folder;
            steppedNanos = System.nanoTime();
            try {
                if (walked.add(identity(folder))) {
                    walk(folder);
                    finds.folder(folder);
                }
            } catch (IOException e) {
                finds.unreadable(folder, sentence(folder, "The folder", e));
            } catch (DirectoryIteratorException e) {
                finds.unreadable(folder, sentence(folder, "The folder", e.getCause()));
            }
        }
    }

    /** What two paths of one folder have in common; Windows has no key. */
    private static Object identity(Path folder) throws IOException {
        Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        return key == null ? folder.toRealPath() : key;
    }

    private void walk(Path folder) throws IOException, InterruptedException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        entries.sort(null);
        List<Path> inside = new ArrayList<>();
        for (Path entry : entries) {
            if (!SoundFiles.isHidden(entry)) {
                look(entry, inside);
            }
        }
        // The first of them is on top.
        for (int i = inside.size() - 1; i >= 0; i--) {
            folders.push(inside.get(i));
        }
    }

    private void look(Path entry, List<Path> inside) throws InterruptedException {
        steppedNanos = System.nanoTime();
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                follow(entry);
            } else if (isHidden(attributes)) {
                return;
            } else if (attributes.isDirectory()) {
                inside.add(entry);
            } else if (attributes.isRegularFile()) {
                file(entry, attributes);
            }
        } catch (NoSuchFileException e) {
            // Gone since the folder was read: as if it had never been found.
        } catch (IOException e) {
            finds.unreadable(entry, sentence(entry, "It", e));
        }
    }

    private static boolean isHidden(BasicFileAttributes attributes) {
        return attributes instanceof DosFileAttributes dos && (dos.isHidden() || dos.isSystem());
    }

    private void file(Path file, BasicFileAttributes attributes) throws InterruptedException {
        if (!SoundFiles.isSound(file)) {
            return;
        }
        if (!isText(file)) {
            finds.unreadable(
                    file,
                    "Its name holds bytes that are no text here, so it cannot be remembered."
                            + " Rename the file.");
            return;
        }
        finds.file(file, attributes);
    }

    /** Names of other encodings come back from their text as other names. */
    private static boolean isText(Path file) {
        try {
            return file.getFileSystem().getPath(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void follow(Path link) throws IOException, InterruptedException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (NoSuchFileException | FileSystemLoopException e) {
            if (SoundFiles.isSound(link)) {
                finds.unreadable(link, "It is a link that leads nowhere. Remove or mend the link.");
            }
            return;
        }
        BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
        if (isFoundItself(target, attributes.isDirectory())) {
            return;
        }
        if (attributes.isRegularFile()) {
            file(link, attributes);
        } else if (attributes.isDirectory() && covered.stream().noneMatch(target::equals)) {
            linked.add(link);
        }
    }

    private boolean isFoundItself(Path target, boolean folder) {
        if (folder && covered.stream().anyMatch(top -> top.startsWith(target))) {
            return true;
        }
        return covered.stream()
                        .anyMatch(
                                top -> target.startsWith(top) && isVisible(top.relativize(target)))
                && (folder || SoundFiles.isSound(target));
    }

    private static boolean isVisible(Path relative) {
        for (Path name : relative) {
            if (SoundFiles.isHidden(name)) {
                return false;
            }
        }
        return true;
    }

    static String sentence(Path path, String what, IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return what + " may not be read. Give yourself the right to read it.";
        }
        if (fault instanceof NoSuchFileException) {
            return what + " is not there. Look whether it was moved or renamed.";
        }
        String reason = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        return what
                + " cannot be read ("
                + reason.replace(path + ": ", "")
                + "). Check the drive it is on and try again.";
    }
}
