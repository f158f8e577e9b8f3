package auralis.library;

import auralis.dsp.Progress;
import auralis.library.playlist.PlaylistEntry;
import auralis.library.playlist.PlaylistFile;
import auralis.library.scan.Scans;
import auralis.library.search.Fold;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Playlist;
import auralis.library.track.PlaylistStore;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user's lists of tracks. One that has a search holds what it finds, and changes by itself.
 * Every change is answered with what undoes it. Any thread but the window's.
 */
public final class Playlists {
    private final PlaylistStore store;
    private final TrackStore tracks;
    private final Scans scans;
    private final LibraryEvents events;

    Playlists(PlaylistStore store, TrackStore tracks, Scans scans, LibraryEvents events) {
        this.store = store;
        this.tracks = tracks;
        this.scans = scans;
        this.events = events;
    }

    /** Takes a change back. */
    public interface Undo {
        void run() throws IOException;
    }

    /** All, in the order of the user. */
    public List<Playlist> all() throws IOException {
        return store.all();
    }

    /**
     * The one of this name, whatever its case and accents.
     *
     * @throws IOException with a sentence that names those that there are
     */
    public Playlist find(String name) throws IOException {
        List<Playlist> all = store.all();
        String wanted = Fold.sortKey(name);
        return all.stream()
                .filter(list -> Fold.sortKey(list.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IOException(unknown(name, all)));
    }

    private static String unknown(String name, List<Playlist> all) {
        String names =
                all.isEmpty()
                        ? "There is none yet."
                        : "There are: "
                                + String.join(", ", all.stream().map(Playlist::name).toList())
                                + ".";
        return "There is no playlist \"" + name + "\". " + names;
    }

    /**
     * @throws IOException with a sentence when there is one of this name
     */
    public Playlist create(String name) throws IOException {
        return told(store.create(name, Optional.empty()));
    }

    /**
     * @param search is kept as it was typed
     * @throws IOException with a sentence when there is one of this name, or the search cannot be
     *     understood
     */
    public Playlist createSmart(String name, String search) throws IOException {
        parse(search);
        return told(store.create(name, Optional.of(search)));
    }

    public Undo rename(Playlist playlist, String name) throws IOException {
        store.rename(playlist.id(), name);
        tell();
        return told(() -> store.rename(playlist.id(), playlist.name()));
    }

    /** Gives a smart playlist another search. */
    public Undo setSearch(Playlist playlist, String search) throws IOException {
        parse(search);
        store.setSearch(playlist.id(), search);
        tell();
        return told(() -> store.setSearch(playlist.id(), playlist.search().orElseThrow()));
    }

    public Undo remove(Playlist playlist) throws IOException {
        List<Playlist> order = store.all();
        List<Long> content = store.tracks(playlist.id());
        store.remove(playlist.id());
        tell();
        return told(
                () -> {
                    store.restore(playlist, content);
                    store.arrange(order.stream().map(Playlist::id).toList());
                });
    }

    /** Gives all playlists an order. */
    public Undo arrange(List<Long> ids) throws IOException {
        List<Long> before = store.all().stream().map(Playlist::id).toList();
        store.arrange(ids);
        tell();
        return told(() -> store.arrange(before));
    }

    /** Ids of its tracks: in the order of the user, or what its search finds, by artist. */
    public List<Long> tracks(Playlist playlist) throws IOException {
        return playlist.search().isEmpty()
                ? store.tracks(playlist.id())
                : tracks.search(parse(playlist.search().get()), TrackOrder.ARTIST, false);
    }

    /** Replaces the tracks of a playlist that the user fills; a track may be there twice. */
    public Undo setTracks(Playlist playlist, List<Long> ids) throws IOException {
        List<Long> before = store.tracks(playlist.id());
        store.setTracks(playlist.id(), ids);
        tell();
        return told(() -> store.setTracks(playlist.id(), before));
    }

    /**
     * Puts tracks into a playlist.
     *
     * @param at before which of its tracks; those behind the last when it is their number
     */
    public Undo insert(Playlist playlist, int at, Collection<Long> ids) throws IOException {
        List<Long> all = new ArrayList<>(store.tracks(playlist.id()));
        all.addAll(Math.min(at, all.size()), ids);
        return setTracks(playlist, all);
    }

    public Undo append(Playlist playlist, Collection<Long> ids) throws IOException {
        return insert(playlist, Integer.MAX_VALUE, ids);
    }

    /**
     * Writes a playlist for other programs, with places relative to the file.
     *
     * @param file ends with .m3u8, .m3u or .xspf; what has this name and is no playlist is not
     *     replaced
     */
    public void exportTo(Playlist playlist, Path file) throws IOException {
        if (Files.exists(file) && !isPlaylist(file)) {
            throw new IOException(
                    file.getFileName()
                            + " is there already and is no playlist. Choose another name.");
        }
        List<PlaylistEntry> entries =
                tracks.get(tracks(playlist)).stream().map(Playlists::entry).toList();
        PlaylistFile.write(file, Optional.of(playlist.name()), entries);
    }

    private static boolean isPlaylist(Path file) {
        try {
            PlaylistFile.read(file);
            return true;
        } catch (IOException e) {
            // Whatever it is, it is something else.
            return false;
        }
    }

    private static PlaylistEntry entry(Track track) {
        return PlaylistEntry.of(
                track.file(),
                Optional.of(track.title()),
                Optional.of(track.artist()).filter(text -> !text.isEmpty()),
                Optional.of(track.album()).filter(text -> !text.isEmpty()),
                track.seconds());
    }

    /**
     * Makes a playlist of a file. Files that are not in the library yet are added to it.
     *
     * @param name empty for the title that the file tells, or its own name; a number is added where
     *     there is a playlist of this name
     */
    public PlaylistImport importFrom(Path file, Optional<String> name, Progress progress)
            throws IOException, InterruptedException {
        PlaylistFile read = PlaylistFile.read(file);
        List<Path> files =
                read.entries().stream()
                        .flatMap(entry -> entry.file().stream())
                        .filter(Files::isRegularFile)
                        .toList();
        long added = scans.add(unknown(files), progress).added();
        List<Long> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (PlaylistEntry entry : read.entries()) {
            Optional<Track> track = entry.file().isEmpty() ? Optional.empty() : known(entry);
            track.ifPresentOrElse(
                    there -> found.add(there.id()), () -> missing.add(entry.location()));
        }
        if (found.isEmpty()) {
            throw new IOException(
                    file.getFileName()
                            + ": none of its "
                            + read.entries().size()
                            + " entries is a file of sound that is there. No playlist was made.");
        }
        String wanted = name.or(read::title).orElse(nameWithoutEnding(file));
        Playlist playlist = store.create(free(wanted), Optional.empty());
        store.setTracks(playlist.id(), found);
        tell();
        return new PlaylistImport(find(playlist.name()), added, List.copyOf(missing));
    }

    private List<Path> unknown(List<Path> files) throws IOException {
        List<Path> unknown = new ArrayList<>();
        for (Path file : files) {
            if (tracks.find(file).isEmpty()) {
                unknown.add(file);
            }
        }
        return unknown;
    }

    private Optional<Track> known(PlaylistEntry entry) throws IOException {
        return tracks.find(entry.file().orElseThrow());
    }

    private String free(String name) throws IOException {
        Set<String> taken =
                store.all().stream()
                        .map(list -> Fold.sortKey(list.name()))
                        .collect(Collectors.toSet());
        String free = name;
        for (int number = 2; taken.contains(Fold.sortKey(free)); number++) {
            free = name + " " + number;
        }
        return free;
    }

    private static String nameWithoutEnding(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static Query parse(String search) throws IOException {
        try {
            return Query.parse(search);
        } catch (QueryException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Undo told(Undo undo) {
        return () -> {
            undo.run();
            tell();
        };
    }

    private Playlist told(Playlist playlist) {
        tell();
        return playlist;
    }

    private void tell() {
        events.tell(new LibraryEvent.PlaylistsChanged());
    }
}
