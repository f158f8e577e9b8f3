package auralis.library.scan;

import auralis.dsp.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files of sound in what a user named. A file that was named is always taken, so that a
 * wrong one gets its sentence; inside folders the ending decides.
 */
public final class FileWalk {
    /** What Java puts in the place of bytes that are no text. */
    private static final String NO_TEXT = "\uFFFD";

    /**
     * A file of sound, or a folder, that was found.
     *
     * @param problem why it cannot be used, as a sentence
     */
    public record Found(Path path, Optional<String> problem) {
        private static Found unusable(Path path, String reason) {
            return new Found(path, Optional.of(path.getFileName() + ": " + reason));
        }
    }

    private FileWalk() {}

    /** The files in order of their paths; links to folders are followed once. */
    public static List<Found> find(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        List<Found> found = new ArrayList<>();
        for (Path path : filesAndFolders) {
            Path whole = path.toAbsolutePath().normalize();
            if (Files.isDirectory(whole)) {
                List<Found> inside = new ArrayList<>();
                new FolderWalk(List.of(whole), new Collected(inside)).run();
                inside.sort(Comparator.comparing(Found::path));
                found.addAll(inside);
            } else {
                found.add(named(whole));
            }
            progress.checkpoint();
        }
        return found.stream().distinct().toList();
    }

    /** What a user types reaches Java as text, and so does not name such a file. */
    private static Found named(Path file) {
        boolean lost = file.toString().contains(NO_TEXT) && !Files.exists(file);
        return lost
                ? Found.unusable(
                        file,
                        "its name holds bytes that are no text here, so it is not found. Rename"
                                + " the file.")
                : new Found(file, Optional.empty());
    }

    private record Collected(List<Found> found) implements FolderWalk.Finds {
        @Override
        public void file(Path file, BasicFileAttributes attributes) {
            found.add(new Found(file, Optional.empty()));
        }

        @Override
        public void folder(Path folder) {}

        @Override
        public void unreadable(Path path, String reason) {
            found.add(Found.unusable(path, reason));
        }
    }
}
