package auralis.library.scan;

import auralis.library.track.KnownFile;
import auralis.library.track.PathKey;
import auralis.library.track.ResultStore;
import auralis.library.track.Root;
import auralis.library.track.RootStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The folders of the library as they stand while one scan runs. On which disk a folder was when it
 * was last scanned is remembered: that tells a folder that was renamed from a disk that was
 * unplugged, and a mount point with something else in it from a folder that was cleared.
 */
final class Roots {
    private static final int SAMPLE = 50;

    private final ResultStore memory;
    private final List<Root> all;
    private final Map<Long, Reach> reached = new HashMap<>();

    Roots(RootStore roots, ResultStore memory) throws IOException {
        this.memory = memory;
        this.all = roots.all();
    }

    List<Root> all() {
        return all;
    }

    List<Path> folders() {
        return all.stream().map(Root::folder).toList();
    }

    Optional<Root> of(Path file) {
        return all.stream().filter(root -> contains(root.folder(), file)).findFirst();
    }

    OptionalLong idOf(Path file) {
        return of(file).map(root -> OptionalLong.of(root.id())).orElseGet(OptionalLong::empty);
    }

    /** Whether a file or folder is this folder or lies in it, as its disk compares names. */
    static boolean contains(Path folder, Path path) {
        if (path.startsWith(folder)) {
            return true;
        }
        String inside = PathKey.of(folder.resolve("x"));
        String prefix = inside.substring(0, inside.length() - 1);
        return PathKey.of(path.resolve("x")).startsWith(prefix);
    }

    private Reach reach(Root root) throws InterruptedException {
        Reach reach = reached.get(root.id());
        if (reach == null) {
            reach = Reach.of(root.folder());
            reached.put(root.id(), reach);
        }
        return reach;
    }

    /** Forgets what was reached. */
    void lookAgain() {
        reached.clear();
    }

    /** Whether a file is not there while the folder that the user gave is. */
    boolean isMissing(KnownFile known) throws InterruptedException {
        Optional<Root> root = of(known.file());
        if (root.isPresent()) {
            Reach reach = reach(root.get());
            if (!reach.folder() || reach.empty()) {
                return false;
            }
        }
        return Files.notExists(known.file());
    }

    /**
     * @param known the files that the library knows in it
     */
    boolean isOnline(Root root, List<KnownFile> known) throws IOException, InterruptedException {
        Reach reach = reach(root);
        if (!reach.folder()) {
            return false;
        }
        List<KnownFile> sample =
                known.stream().filter(file -> !file.removed()).limit(SAMPLE).toList();
        if (sample.isEmpty()) {
            return true;
        }
        return !reach.empty() && (isSameStore(root, reach) || anyIsThere(sample));
    }

    private static boolean anyIsThere(List<KnownFile> files) {
        return files.stream().anyMatch(file -> Files.exists(file.file()));
    }

    /** Whether a file that cannot be found is gone, and not on a disk that is not connected. */
    boolean isGone(KnownFile known) throws IOException, InterruptedException {
        if (!Files.notExists(known.file())) {
            return false;
        }
        Optional<Root> root = of(known.file());
        if (root.isEmpty()) {
            return true;
        }
        Reach reach = reach(root.get());
        boolean looksUnplugged = !reach.folder() || reach.empty();
        return isSameStore(root.get(), reach)
                && (!looksUnplugged || remembered(root.get()).isPresent());
    }

    private boolean isSameStore(Root root, Reach reach) throws IOException {
        return remembered(root).map(text(reach.store())::equals).orElse(true);
    }

    private Optional<String> remembered(Root root) throws IOException {
        return memory.get(key(root));
    }

    /** Remembers the disk that a folder is on. */
    void remember(Root root) throws IOException, InterruptedException {
        String store = text(reach(root).store());
        if (!remembered(root).equals(Optional.of(store))) {
            memory.put(key(root), store);
        }
    }

    private static String key(Root root) {
        return "scan.store." + root.id();
    }

    private static String text(String store) {
        return '"' + store.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
