package auralis.library.backup;

import auralis.library.json.Json;
import auralis.library.search.Fold;
import auralis.library.track.Entered;
import auralis.library.track.PathKey;
import auralis.library.track.Playlist;
import auralis.library.track.PlaylistStore;
import auralis.library.track.Root;
import auralis.library.track.Storage;
import auralis.library.track.Version;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in what {@link UserExport} wrote. A track is recognised by its path, else by its content;
 * one that is in no folder of this library yet is left out and counted. Doing it twice changes
 * nothing more.
 */
public final class UserImport {
    private final Storage storage;
    private final Map<String, Entered> byPath = new HashMap<>();
    private final Map<String, Entered> byContent = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final Set<Long> removed = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    /**
     * What was taken in.
     *
     * @param changed ids of tracks that have something of the user's now
     * @param removed ids of tracks that were taken out
     * @param playlists that were made
     * @param folders that were added
     * @param unknown files that this library does not have, without those that were taken out
     */
    public record Summary(
            Set<Long> changed,
            Set<Long> removed,
            int playlists,
            int folders,
            int settings,
            List<String> unknown) {}

    public UserImport(Storage storage) {
        this.storage = storage;
    }

    /**
     * @throws IOException when the file is not of the right kind; then nothing is changed
     */
    public Summary read(Path file) throws IOException {
        UserFile all = parsed(file);
        for (Entered track : storage.entered().all()) {
            byPath.put(PathKey.of(track.file()), track);
            track.content().ifPresent(content -> byContent.putIfAbsent(content, track));
        }
        int folders = folders(all.folders());
        tracks(all.tracks());
        int playlists = playlists(all.playlists());
        storage.entered().addSettings(all.settings());
        return new Summary(
                Set.copyOf(changed),
                Set.copyOf(removed),
                playlists,
                folders,
                all.settings().size(),
                unknown.stream().sorted().toList());
    }

    /** Whether a file is one that {@link UserExport} wrote, and may write anew. */
    static boolean isExport(Path file) {
        try {
            parsed(file);
            return true;
        } catch (IOException e) {
            // Whatever it is, it is something else.
            return false;
        }
    }

    private static UserFile parsed(Path file) throws IOException {
        try {
            UserFile all = Json.read(Files.readString(file), UserFile.class);
            if (all == null || all.tracks() == null || all.playlists() == null) {
                throw new IOException("parts are missing");
            }
            if (all.auralis() > UserFile.VERSION) {
                throw new IOException("a newer Auralis wrote it; start that one");
            }
            return all;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    file
                            + " is no export of a library: "
                            + e.getMessage()
                            + ". Choose a file that auralis library export-data wrote.",
                    e);
        }
    }

    /** Adds the folders that there are on this computer. */
    private int folders(List<String> folders) throws IOException {
        Set<String> known =
                storage.roots().all().stream()
                        .map(Root::folder)
                        .map(PathKey::of)
                        .collect(Collectors.toSet());
        int added = 0;
        for (String folder : folders) {
            Optional<Path> path = path(folder).filter(Files::isDirectory);
            if (path.isPresent() && known.add(PathKey.of(path.get()))) {
                storage.roots().add(path.get());
                added++;
            }
        }
        return added;
    }

    private void tracks(List<UserFile.TrackLine> lines) throws IOException {
        List<Entered> entered = new ArrayList<>();
        for (UserFile.TrackLine line : lines) {
            Optional<Entered> known = find(line.file(), line.content());
            if (known.isPresent()) {
                entered.add(entered(known.get(), line));
                versions(known.get().id(), line.versions());
            } else if (line.removedAt().isEmpty()) {
                unknown.add(line.file());
            }
        }
        storage.entered().add(entered);
        entered.forEach(one -> (one.removed().isPresent() ? removed : changed).add(one.id()));
    }

    private static Entered entered(Entered known, UserFile.TrackLine line) {
        return new Entered(
                known.id(),
                known.file(),
                known.content(),
                UserFile.time(line.favouriteSince()),
                line.plays(),
                UserFile.time(line.lastPlayed()),
                UserFile.time(line.removedAt()),
                line.settings());
    }

    private void versions(long track, List<UserFile.VersionLine> lines) throws IOException {
        for (UserFile.VersionLine line : lines) {
            Optional<Path> file = path(line.file());
            if (file.isPresent()) {
                storage.versions().add(version(track, file.get(), line));
            }
        }
    }

    private static Version version(long track, Path file, UserFile.VersionLine line) {
        return new Version(
                0,
                track,
                file,
                line.preset(),
                line.integratedLufs(),
                line.truePeakDbtp(),
                Instant.ofEpochMilli(line.createdAt()));
    }

    private int playlists(List<UserFile.PlaylistLine> lines) throws IOException {
        int made = 0;
        for (UserFile.PlaylistLine line : lines) {
            List<Long> tracks = new ArrayList<>();
            for (UserFile.EntryLine entry : line.tracks()) {
                find(entry.file(), entry.content())
                        .ifPresentOrElse(
                                known -> tracks.add(known.id()), () -> unknown.add(entry.file()));
            }
            made += playlist(line, tracks) ? 1 : 0;
        }
        return made;
    }

    /**
     * Leaves alone what is there already, fills up what an earlier import could only begin, and
     * gives another one of the same name a number. One of whose tracks none is here is not made.
     */
    private boolean playlist(UserFile.PlaylistLine line, List<Long> tracks) throws IOException {
        if (tracks.isEmpty() && !line.tracks().isEmpty()) {
            return false;
        }
        PlaylistStore store = storage.playlists();
        Map<String, Playlist> there = new HashMap<>();
        store.all().forEach(one -> there.put(Fold.sortKey(one.name()), one));
        String name = line.name();
        for (int number = 2; there.containsKey(Fold.sortKey(name)); number++) {
            Playlist same = there.get(Fold.sortKey(name));
            if (same.search().equals(line.search())) {
                List<Long> now = store.tracks(same.id());
                if (now.equals(tracks)) {
                    return false;
                }
                if (line.search().isEmpty() && isPart(now, tracks)) {
                    store.setTracks(same.id(), tracks);
                    return true;
                }
            }
            name = line.name() + " (" + number + ")";
        }
        store.setTracks(store.create(name, line.search()).id(), tracks);
        return true;
    }

    /** Whether a list is another with some left out. */
    private static boolean isPart(List<Long> part, List<Long> whole) {
        Iterator<Long> rest = whole.iterator();
        for (long wanted : part) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = rest.next() == wanted;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private Optional<Entered> find(String file, Optional<String> content) {
        Optional<Entered> here = path(file).map(path -> byPath.get(PathKey.of(path)));
        return here.isPresent() ? here : content.map(byContent::get);
    }

    /** Empty for what cannot be a path on this system. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
