package auralis.library.scan;

import auralis.dsp.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files of sound in what a user named. A file that was named is always taken, so that a
 * wrong one gets its sentence; inside folders the ending decides.
 */
public final class FileWalk {
    private FileWalk() {}

    /**
     * The files in order of their paths; links to folders are followed once, unreadable folders are
     * passed over.
     */
    public static List<Path> find(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        List<Path> found = new ArrayList<>();
        for (Path path : filesAndFolders) {
            Path whole = path.toAbsolutePath().normalize();
            if (Files.isDirectory(whole)) {
                List<Path> inside = new ArrayList<>();
                new FolderWalk(List.of(whole), new Collected(inside)).run();
                inside.sort(null);
                found.addAll(inside);
            } else {
                found.add(whole);
            }
            progress.checkpoint();
        }
        return found.stream().distinct().toList();
    }

    private record Collected(List<Path> found) implements FolderWalk.Finds {
        @Override
        public void file(Path file, BasicFileAttributes attributes) {
            found.add(file);
        }

        @Override
        public void folder(Path folder) {}

        @Override
        public void unreadable(Path path, String reason) {}
    }
}
