package auralis.library.backup;

import auralis.library.json.Json;
import auralis.library.track.Entered;
import auralis.library.track.Playlist;
import auralis.library.track.PlaylistStore;
import auralis.library.track.Storage;
import auralis.library.track.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes everything that the user entered to one JSON file: favourites, plays, playlists in their
 * order, settings of tracks and of the program, masters, folders, and what was taken out. Tracks
 * are named by path and by content, so that another library finds its own.
 */
public final class UserExport {
    private final Storage storage;

    /**
     * How much was written.
     *
     * @param tracks with something that the user entered
     */
    public record Summary(int tracks, int playlists, int folders, int settings) {}

    public UserExport(Storage storage) {
        this.storage = storage;
    }

    public Summary write(Path file) throws IOException {
        UserFile all = collect();
        Path target = file.toAbsolutePath();
        requirePlace(target);
        Path part = PartName.of(target);
        try {
            Files.write(part, Json.writePretty(all).getBytes(StandardCharsets.UTF_8));
            WholeFile.put(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return new Summary(
                all.tracks().size(),
                all.playlists().size(),
                all.folders().size(),
                all.settings().size());
    }

    /** Nothing but an older export is ever replaced. */
    private static void requirePlace(Path target) throws IOException {
        if (!Files.isDirectory(target.getParent())) {
            throw new IOException(
                    target.getParent() + " is no folder. Make it, or choose another place.");
        }
        if (Files.exists(target) && !UserImport.isExport(target)) {
            throw new IOException(
                    target
                            + " is there already and is no export of a library. Choose another"
                            + " name.");
        }
    }

    private UserFile collect() throws IOException {
        List<Entered> known = storage.entered().all();
        return new UserFile(
                UserFile.VERSION,
                Instant.now().toString(),
                storage.roots().all().stream().map(root -> root.folder().toString()).toList(),
                tracks(known),
                playlists(
                        known.stream().collect(Collectors.toMap(Entered::id, Function.identity()))),
                storage.entered().settings());
    }

    private List<UserFile.TrackLine> tracks(List<Entered> known) throws IOException {
        Map<Long, List<Version>> versions =
                storage.versions().all().stream().collect(Collectors.groupingBy(Version::track));
        return known.stream()
                .filter(track -> track.isSomething() || versions.containsKey(track.id()))
                .map(track -> line(track, versions.getOrDefault(track.id(), List.of())))
                .toList();
    }

    private static UserFile.TrackLine line(Entered track, List<Version> versions) {
        return new UserFile.TrackLine(
                track.file().toString(),
                track.content(),
                UserFile.ms(track.favourite()),
                track.plays(),
                UserFile.ms(track.played()),
                UserFile.ms(track.removed()),
                track.settings(),
                versions.stream().map(UserExport::line).toList());
    }

    private static UserFile.VersionLine line(Version version) {
        return new UserFile.VersionLine(
                version.file().toString(),
                version.preset(),
                version.integratedLufs(),
                version.truePeakDbtp(),
                version.created().toEpochMilli());
    }

    private List<UserFile.PlaylistLine> playlists(Map<Long, Entered> known) throws IOException {
        PlaylistStore store = storage.playlists();
        List<UserFile.PlaylistLine> lines = new ArrayList<>();
        for (Playlist playlist : store.all()) {
            List<UserFile.EntryLine> entries =
                    store.tracks(playlist.id()).stream()
                            .map(known::get)
                            .map(
                                    one ->
                                            new UserFile.EntryLine(
                                                    one.file().toString(), one.content()))
                            .toList();
            lines.add(new UserFile.PlaylistLine(playlist.name(), playlist.search(), entries));
        }
        return lines;
    }
}
