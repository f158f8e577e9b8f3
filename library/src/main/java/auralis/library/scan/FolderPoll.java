package auralis.library.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds changes in a folder whose disk does not tell of them: by the times of the folders in it,
 * which change when a file is added, removed or renamed. A file written in its place is found by
 * the next rescan.
 */
final class FolderPoll {
    private final Path root;
    private Map<Path, FileTime> times = Map.of();

    FolderPoll(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /**
     * The folders that changed since the last call; none at the first.
     *
     * @param files that the library knows in it
     */
    List<Path> changed(Collection<Path> files) {
        Map<Path, FileTime> now = new HashMap<>();
        List<Path> changed = new ArrayList<>();
        for (Path folder : folders(files)) {
            try {
                now.put(folder, Files.getLastModifiedTime(folder));
            } catch (IOException e) {
                // Gone: the time of the folder above tells.
                continue;
            }
            FileTime before = times.get(folder);
            if (before != null && !before.equals(now.get(folder))) {
                changed.add(folder);
            }
        }
        times = now;
        return changed;
    }

    private Set<Path> folders(Collection<Path> files) {
        Set<Path> folders = new HashSet<>();
        folders.add(root);
        for (Path file : files) {
            Path folder = file.getParent();
            while (folder != null && folder.startsWith(root) && folders.add(folder)) {
                folder = folder.getParent();
            }
        }
        return folders;
    }
}
