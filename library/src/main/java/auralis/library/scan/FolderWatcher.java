package auralis.library.scan;

import auralis.dsp.Progress;
import auralis.library.track.KnownFile;
import auralis.library.track.Root;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Follows the folders of the library while the program runs. The system tells what changes on local
 * disks; network and removable ones, and those that it refuses to watch, are polled. Whether a
 * folder can be reached is asked of all. Scans run on a thread of their own, one at a time.
 */
public final class FolderWatcher implements Closeable {
    private static final Logger LOG = System.getLogger(FolderWatcher.class.getName());

    /** Kinds of file systems that tell nothing, or not what others do to them. */
    private static final Set<String> POLLED =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "afpfs",
                    "webdav",
                    "davfs",
                    "9p",
                    "vboxsf",
                    "vmhgfs",
                    "prl_fs",
                    "virtiofs",
                    "ceph",
                    "afs",
                    "glusterfs",
                    "exfat",
                    "vfat",
                    "msdos");

    /**
     * @param settle how long a file must be quiet, and again between two looks at it
     * @param tick how often what is quiet is looked at
     * @param reach how often folders are asked whether they can be reached
     * @param poll how often those are polled that are not watched
     */
    record Times(Duration settle, Duration tick, Duration reach, Duration poll) {
        static final Times USUAL =
                new Times(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60));
    }

    private final Scans scans;
    private final Times times;
    private final Settling settling;
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(daemon("auralis-watcher"));
    private final ExecutorService poller =
            Executors.newSingleThreadExecutor(daemon("auralis-poller"));
    private final ExecutorService scanner =
            Executors.newSingleThreadExecutor(daemon("auralis-scan"));

    // Written by the watcher's thread, read by the poller too.
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();

    /**
     * A folder of the library.
     *
     * @param watch null when it is polled or cannot be reached
     */
    private record Watched(Root root, boolean reached, FolderWatch watch, FolderPoll poll) {
        void close() {
            if (watch != null) {
                watch.close();
            }
        }
    }

    FolderWatcher(Scans scans) {
        this(scans, Times.USUAL);
    }

    FolderWatcher(Scans scans, Times times) {
        this.scans = scans;
        this.times = times;
        this.settling = new Settling(times.settle(), System::nanoTime);
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        };
    }

    /** Begins with a look at everything, because much may have happened since the last time. */
    void start() {
        repeat(this::checkRoots, times.reach());
        repeat(this::scanSettled, times.tick());
        repeat(() -> poller.execute(guarded(this::poll)), times.poll());
        scan(() -> scans.rescan(Progress.NONE));
    }

    private void repeat(Step step, Duration every) {
        watcher.scheduleWithFixedDelay(guarded(step), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One failure must not end the watch. */
    private static Runnable guarded(Step step) {
        return () -> {
            try {
                step.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "watching the folders of the library", e);
            }
        };
    }

    private void scan(Step step) {
        scanner.execute(guarded(step));
    }

    private void checkRoots() throws IOException, InterruptedException {
        Map<Long, Root> roots =
                scans.roots().stream().collect(Collectors.toMap(Root::id, root -> root));
        for (Watched known : List.copyOf(watched.values())) {
            Root now = roots.get(known.root().id());
            if (now == null || !now.folder().equals(known.root().folder())) {
                known.close();
                watched.remove(known.root().id());
            }
        }
        for (Root root : roots.values()) {
            check(root);
        }
    }

    private void check(Root root) throws InterruptedException {
        Reach reach = Reach.of(root.folder());
        boolean reached = reach.folder() && !reach.empty();
        Watched before = watched.get(root.id());
        if (before != null && before.reached() == reached && !hasFailed(before)) {
            return;
        }
        if (before != null) {
            before.close();
        }
        boolean refused = before != null && hasFailed(before);
        watched.put(root.id(), watch(root, reach, refused));
        if (before != null) {
            scan(() -> scans.rescan(root, Progress.NONE));
        }
    }

    /** Whether the system was asked to tell of changes in this folder, and has not refused. */
    boolean isWatching(Path root) {
        return watched.values().stream()
                .anyMatch(
                        known ->
                                known.root().folder().equals(root)
                                        && known.watch() != null
                                        && !known.watch().hasFailed());
    }

    private static boolean hasFailed(Watched root) {
        return root.watch() != null && root.watch().hasFailed();
    }

    private Watched watch(Root root, Reach reach, boolean refused) {
        boolean reached = reach.folder() && !reach.empty();
        if (!reach.folder()) {
            return new Watched(root, reached, null, null);
        }
        if (!refused && !isPolled(reach.kind())) {
            try {
                FolderWatch watch = FolderWatch.start(root.folder(), settling::touch);
                return new Watched(root, reached, watch, null);
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.INFO, root.folder() + " is polled, it cannot be watched", e);
            }
        }
        return new Watched(root, reached, null, new FolderPoll(root.folder()));
    }

    private static boolean isPolled(String kind) {
        return POLLED.contains(kind) || kind.startsWith("fuse") || kind.equals("sshfs");
    }

    private void poll() throws IOException {
        for (FolderPoll poll : polls()) {
            Collection<Path> files =
                    scans.known(poll.root()).stream().map(KnownFile::file).toList();
            poll.changed(files).forEach(settling::touch);
        }
    }

    private List<FolderPoll> polls() {
        return watched.values().stream().map(Watched::poll).filter(poll -> poll != null).toList();
    }

    private void scanSettled() {
        List<Path> settled = settling.takeSettled();
        if (!settled.isEmpty()) {
            scan(() -> scanOrKeep(settled));
        }
    }

    /** While another process scans, what changed is kept for later. */
    private void scanOrKeep(List<Path> paths) throws IOException, InterruptedException {
        try {
            scans.scan(paths, Progress.NONE);
        } catch (ScanBusyException e) {
            paths.forEach(settling::touch);
        }
    }

    /** Cancels what it does; a scan ends at once, and what it stored stays. */
    @Override
    public void close() {
        watcher.shutdownNow();
        poller.shutdownNow();
        scanner.shutdownNow();
        try {
            watcher.awaitTermination(10, TimeUnit.SECONDS);
            scanner.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watched.values().forEach(Watched::close);
    }
}
