package auralis.library.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A path as its file system compares it: two paths of one file have one key. Where the file system
 * does not tell {@code A} from {@code a} (Windows, macOS, many memory cards) the key is lower case
 * and in the composed form of Unicode; elsewhere it is the path, letter for letter.
 */
public final class PathKey {
    private static final int REMEMBERED_FOLDERS = 1000;

    private static final Map<Path, Boolean> FOLDS_CASE =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Path, Boolean> eldest) {
                            return size() > REMEMBERED_FOLDERS;
                        }
                    });

    private PathKey() {}

    /**
     * @param file absolute and normalised; it need not be there
     */
    public static String of(Path file) {
        Path folder = file.getParent();
        String text = file.toString();
        if (folder == null || !FOLDS_CASE.computeIfAbsent(folder, PathKey::foldsCase)) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Asks the disk: a folder whose name in the other case is the same folder. */
    private static boolean foldsCase(Path folder) {
        for (Path path = folder; path.getFileName() != null; path = path.getParent()) {
            String name = path.getFileName().toString();
            String other = swapCase(name);
            if (!other.equals(name) && Files.exists(path)) {
                return isSame(path, path.resolveSibling(other));
            }
        }
        return false;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // Not to be seen under the other name.
            return false;
        }
    }

    private static String swapCase(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper;
    }
}
