package auralis.library.scan;

import auralis.dsp.Progress;
import auralis.library.track.KnownFile;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.PathKey;
import auralis.library.track.Presence;
import auralis.library.track.ResultStore;
import auralis.library.track.Root;
import auralis.library.track.RootStore;
import auralis.library.track.ScanProblem;
import auralis.library.track.Storage;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackStore;
import auralis.library.track.Version;
import auralis.library.track.VersionStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Brings files into the library and keeps it true to the disk. One scan runs at a time, of all
 * processes on a data folder; a second of this process waits, of another process gets a {@link
 * ScanBusyException}. Cancelled by interrupting the thread; what was stored until then stays.
 *
 * <p>A file that is gone makes its track missing, and a folder that cannot be reached makes its
 * tracks offline; nothing is ever deleted. A new file of the content of a track whose file is gone
 * becomes that track's file.
 */
public final class Scans implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RELOCATED = 500;

    private final TrackStore tracks;
    private final RootStore roots;
    private final VersionStore versions;
    private final ResultStore memory;
    private final LibraryEvents events;
    private final Path dataFolder;
    private final Consumer<List<Track>> fresh;
    private final Look look;
    private final Duration patience;
    private final Storing storing = new Storing();
    private final ReentrantLock running = new ReentrantLock(true);

    /**
     * @param dataFolder of the library, where the lock file lies
     * @param fresh is told of tracks that are not measured, after they were stored
     */
    public Scans(
            Storage storage, LibraryEvents events, Path dataFolder, Consumer<List<Track>> fresh)
            throws IOException {
        this(storage, events, dataFolder, fresh, FileLook::at, PATIENCE);
    }

    Scans(
            Storage storage,
            LibraryEvents events,
            Path dataFolder,
            Consumer<List<Track>> fresh,
            Look look,
            Duration patience)
            throws IOException {
        this.tracks = storage.tracks();
        this.roots = storage.roots();
        this.versions = storage.versions();
        this.memory = storage.settings();
        this.events = events;
        this.dataFolder = dataFolder;
        this.fresh = fresh;
        this.look = look;
        this.patience = patience;
    }

    /**
     * Adds files, and folders with all that is in them and will be. Tracks among them that were
     * taken out of the library come back.
     */
    public ScanReport add(Collection<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        List<Path> paths = whole(filesAndFolders);
        return alone(
                () -> {
                    for (Path path : paths) {
                        if (Files.isDirectory(path) && open().of(path).isEmpty()) {
                            roots.add(path);
                            events.tell(new LibraryEvent.FoldersChanged());
                        }
                    }
                    return scan(paths, true, progress);
                });
    }

    /** The folders of the library. */
    public List<Root> roots() throws IOException {
        return roots.all();
    }

    /** What the last scans could not use. */
    public List<ScanProblem> problems() throws IOException {
        return roots.problems();
    }

    List<KnownFile> known(Path inside) throws IOException {
        return tracks.files(inside);
    }

    /** Follows the folders of the library until the answer is closed. */
    public FolderWatcher watch() {
        FolderWatcher watcher = new FolderWatcher(this);
        watcher.start();
        return watcher;
    }

    /** Looks at everything that the library knows. */
    public ScanReport rescan(Progress progress) throws IOException, InterruptedException {
        return alone(
                () -> {
                    List<Path> all = new ArrayList<>();
                    roots.all().forEach(root -> all.add(root.folder()));
                    Roots open = open();
                    tracks.files().stream()
                            .map(KnownFile::file)
                            .filter(file -> open.of(file).isEmpty())
                            .forEach(all::add);
                    return scan(all, false, progress);
                });
    }

    /** Looks at a folder of the library. */
    public ScanReport rescan(Root root, Progress progress)
            throws IOException, InterruptedException {
        return scan(List.of(root.folder()), progress);
    }

    /**
     * Looks at files and folders that changed, in folders of the library; they may be gone. Others
     * are passed over.
     */
    public ScanReport scan(Collection<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        List<Path> paths = whole(filesAndFolders);
        return alone(
                () -> {
                    Roots open = open();
                    return scan(
                            paths.stream().filter(path -> open.of(path).isPresent()).toList(),
                            false,
                            progress);
                });
    }

    /** What {@link #relocate} would find; nothing is changed. */
    public Relocation count(Path from, Path to) throws IOException, InterruptedException {
        List<KnownFile> known = inLibrary(whole(from));
        int found = relocator(whole(from), whole(to)).find(known).size();
        return new Relocation(found, known.size() - found);
    }

    /**
     * Tells that a folder, one of the library or any other with tracks in it, is somewhere else
     * now. Tracks whose files are found there stay the same tracks; others are left as they are.
     */
    public Relocation relocate(Path from, Path to, Progress progress)
            throws IOException, InterruptedException {
        Path old = whole(from);
        Path now = whole(to);
        return alone(
                () -> {
                    List<KnownFile> known = inLibrary(old);
                    Relocator relocator = relocator(old, now);
                    Map<KnownFile, Path> found = relocator.find(known);
                    if (!found.isEmpty()) {
                        moveRoots(relocator);
                        move(found, progress);
                        scan(List.of(now), false, progress);
                    }
                    return new Relocation(found.size(), known.size() - found.size());
                });
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private List<KnownFile> inLibrary(Path folder) throws IOException {
        return tracks.files(folder).stream().filter(file -> !file.removed()).toList();
    }

    private Relocator relocator(Path from, Path to) throws IOException {
        return new Relocator(from, to, tracks.files(to));
    }

    /** Moves the folders of the library that lay there; one inside of another becomes its part. */
    private void moveRoots(Relocator relocator) throws IOException {
        for (Root root : roots.all()) {
            Optional<Path> place = relocator.place(root.folder()).filter(Files::isDirectory);
            if (place.isEmpty()) {
                continue;
            }
            if (open().of(place.get()).isPresent()) {
                roots.remove(root.id());
            } else {
                roots.move(root.id(), place.get());
                roots.add(place.get());
            }
            events.tell(new LibraryEvent.FoldersChanged());
        }
    }

    /** In pieces, each of them whole. */
    private void move(Map<KnownFile, Path> found, Progress progress)
            throws IOException, InterruptedException {
        Roots open = open();
        Map<Long, TrackFile> moved = new LinkedHashMap<>();
        for (Map.Entry<KnownFile, Path> entry : found.entrySet()) {
            progress.checkpoint();
            Path place = entry.getValue();
            moved.put(entry.getKey().id(), look.at(place, open.idOf(place)));
            if (moved.size() == RELOCATED) {
                store(moved);
            }
        }
        store(moved);
    }

    private void store(Map<Long, TrackFile> moved) throws IOException, InterruptedException {
        Map<Long, TrackFile> files = Map.copyOf(moved);
        moved.clear();
        storing.call(() -> events.tell(new LibraryEvent.TracksChanged(tracks.refresh(files))));
    }

    private static List<Path> whole(Collection<Path> paths) {
        return paths.stream().map(Scans::whole).distinct().toList();
    }

    private Roots open() throws IOException {
        return new Roots(roots, memory);
    }

    /** What is done while no other scan runs. */
    interface Task<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T alone(Task<T> task) throws IOException, InterruptedException {
        running.lockInterruptibly();
        try {
            return locked(task);
        } finally {
            running.unlock();
        }
    }

    private <T> T locked(Task<T> task) throws IOException, InterruptedException {
        ScanLock lock = ScanLock.take(dataFolder);
        try {
            return task.run();
        } finally {
            lock.close();
        }
    }

    /** While no other scan runs. */
    ScanReport scan(List<Path> paths, boolean explicit, Progress progress)
            throws IOException, InterruptedException {
        ScanTally tally = new ScanTally(progress, events);
        try {
            Roots open = open();
            List<Path> reachable = reachable(paths, open, tally);
            Scope scope = scope(reachable, explicit);
            run(scope, open, tally, progress);
            remember(reachable, open, tally.problems());
            return tally.report();
        } finally {
            tally.ended();
        }
    }

    /** The paths without those in folders that are offline, whose tracks are marked so. */
    private List<Path> reachable(List<Path> paths, Roots open, ScanTally tally)
            throws IOException, InterruptedException {
        Map<Long, Boolean> online = new LinkedHashMap<>();
        List<Path> reachable = new ArrayList<>();
        for (Path path : paths) {
            Optional<Root> root = open.of(path);
            if (root.isPresent() && !online.containsKey(root.get().id())) {
                online.put(root.get().id(), isOnline(root.get(), open));
                if (!online.get(root.get().id())) {
                    tally.offline(root.get());
                }
            }
            if (root.isEmpty() || online.get(root.get().id())) {
                reachable.add(path);
            }
        }
        return reachable;
    }

    private boolean isOnline(Root root, Roots open) throws IOException, InterruptedException {
        List<KnownFile> known = tracks.files(root.folder());
        boolean online = open.isOnline(root, known);
        if (!online) {
            setOffline(known);
        }
        if (online != root.online()) {
            roots.online(root.id(), online);
            events.tell(new LibraryEvent.FoldersChanged());
        }
        return online;
    }

    private void setOffline(List<KnownFile> known) throws IOException {
        List<Long> ids =
                known.stream()
                        .filter(file -> file.presence() != Presence.OFFLINE)
                        .map(KnownFile::id)
                        .toList();
        if (!ids.isEmpty()) {
            events.tell(new LibraryEvent.TracksChanged(tracks.setPresence(ids, Presence.OFFLINE)));
        }
    }

    private Scope scope(List<Path> paths, boolean explicit) throws IOException {
        Map<Boolean, List<Path>> areFolders =
                paths.stream().collect(Collectors.partitioningBy(Files::isDirectory));
        Set<String> masters =
                versions.all().stream()
                        .map(Version::file)
                        .map(PathKey::of)
                        .collect(Collectors.toSet());
        return new Scope(
                areFolders.get(true), areFolders.get(false), explicit, known(paths), masters);
    }

    private List<KnownFile> known(List<Path> paths) throws IOException {
        Map<Long, KnownFile> known = new LinkedHashMap<>();
        for (Path path : paths) {
            tracks.files(path).forEach(file -> known.put(file.id(), file));
        }
        return List.copyOf(known.values());
    }

    private void run(Scope scope, Roots open, ScanTally tally, Progress progress)
            throws IOException, InterruptedException {
        Moves moves = new Moves(tracks, open::isGone);
        Batch batch = new Batch(tracks, events, fresh, moves, scope.explicit(), tally);
        try (Readers readers = new Readers(look, patience)) {
            new Scan(scope, open, batch, moves, storing, tally, progress, readers, patience).run();
        }
    }

    private void remember(List<Path> paths, Roots open, List<ScanProblem> problems)
            throws IOException, InterruptedException {
        List<ScanProblem> before = roots.problems();
        for (Path path : paths) {
            roots.setProblems(
                    path,
                    problems.stream().filter(problem -> problem.path().startsWith(path)).toList());
            Optional<Root> root = open.of(path).filter(top -> top.folder().equals(path));
            if (root.isPresent()) {
                open.remember(root.get());
                roots.scanned(root.get().id(), Instant.now());
            }
        }
        if (!before.equals(roots.problems())) {
            events.tell(new LibraryEvent.FoldersChanged());
        }
    }

    @Override
    public void close() throws IOException {
        storing.close();
    }
}
