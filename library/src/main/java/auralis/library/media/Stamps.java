package auralis.library.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sizes and times of change of some files, to see that nothing has happened to them. */
record Stamps(List<Stamp> files) {
    /** A file that is not there has the size -1. */
    private record Stamp(Path file, long size, long changedMs) {
        static Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                long size = now.isDirectory() ? 0 : now.size();
                return new Stamp(file, size, now.lastModifiedTime().toMillis());
            } catch (IOException e) {
                // Being away is a state as good as any; reading the file tells why.
                return new Stamp(file, -1, 0);
            }
        }
    }

    static Stamps ofSound(Path file) {
        return new Stamps(List.of(Stamp.of(file)));
    }

    /** These, the folder and the picture that was found there. */
    Stamps with(Optional<Path> picture) {
        List<Stamp> more = new ArrayList<>(files);
        Path folder = files.get(0).file().getParent();
        if (folder != null) {
            more.add(Stamp.of(folder));
        }
        picture.map(Stamp::of).ifPresent(more::add);
        return new Stamps(List.copyOf(more));
    }

    boolean areCurrent() {
        return files.stream().allMatch(stamp -> stamp.equals(Stamp.of(stamp.file())));
    }
}
