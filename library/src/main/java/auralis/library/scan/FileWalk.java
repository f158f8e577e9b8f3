package auralis.library.scan;

import auralis.dsp.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the files of sound in what a user dropped. A file that was named is always taken, so that a
 * wrong one gets its sentence; inside folders the ending decides, so that pictures and texts beside
 * the music are passed over.
 */
public final class FileWalk {
    private static final Set<String> ENDINGS =
            Set.of(
                    "wav", "wave", "rf64", "w64", "bwf", "aif", "aiff", "aifc", "flac", "mp3",
                    "m4a", "m4b", "aac", "mp4", "m4v", "mov", "ogg", "oga", "opus", "wv", "wma",
                    "wmv", "asf", "caf", "ape", "tta", "mka", "mkv", "webm", "avi", "flv", "ts",
                    "mpg", "mpeg");

    private FileWalk() {}

    /**
     * The files in order of their paths; links to folders are not followed, unreadable folders are
     * passed over.
     */
    public static List<Path> find(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        List<Path> found = new ArrayList<>();
        for (Path path : filesAndFolders) {
            if (Files.isDirectory(path)) {
                List<Path> inside = new ArrayList<>();
                Files.walkFileTree(path, new Visitor(inside));
                inside.sort(null);
                found.addAll(inside);
            } else {
                found.add(path);
            }
            progress.checkpoint();
        }
        return found.stream().map(path -> path.toAbsolutePath().normalize()).distinct().toList();
    }

    private static boolean soundsLikeSound(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return !name.startsWith(".")
                && dot > 0
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Visitor(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Thread.currentThread().isInterrupted()) {
                return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile() && soundsLikeSound(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
