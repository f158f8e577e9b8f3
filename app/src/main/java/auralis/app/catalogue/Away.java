package auralis.app.catalogue;

import auralis.library.search.Query;
import auralis.library.search.Term;
import auralis.library.search.YesNoField;
import auralis.library.track.Presence;
import auralis.library.track.Root;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tracks of one folder whose files cannot be reached.
 *
 * @param presence {@link Presence#MISSING}, or {@link Presence#OFFLINE} of a disk that is not there
 * @param folder in which the files were; of a disk, the folder that the user gave to the library
 */
public record Away(Presence presence, Path folder, List<Long> tracks) {
    /** All of them: what is not connected first, then folder by folder; on a worker. */
    public static List<Away> all(Shelf shelf) throws IOException {
        List<Path> roots = new ArrayList<>();
        if (shelf.folders().isPresent()) {
            shelf.folders().get().all().stream().map(Root::folder).forEach(roots::add);
        }
        List<Away> all = new ArrayList<>();
        all.addAll(grouped(shelf, Presence.OFFLINE, YesNoField.OFFLINE, roots));
        all.addAll(grouped(shelf, Presence.MISSING, YesNoField.MISSING, List.of()));
        return all;
    }

    /** What the search finds of it. */
    public YesNoField field() {
        return presence == Presence.MISSING ? YesNoField.MISSING : YesNoField.OFFLINE;
    }

    private static List<Away> grouped(
            Shelf shelf, Presence presence, YesNoField field, List<Path> roots) throws IOException {
        Query query = new Query(List.of(new Term.Flag(field, true)));
        Tracks tracks = shelf.tracks();
        Map<Path, List<Long>> groups = new TreeMap<>();
        for (Track track : tracks.get(tracks.search(query, TrackOrder.PATH, false))) {
            Path folder = folder(track.file(), roots);
            groups.computeIfAbsent(folder, unused -> new ArrayList<>()).add(track.id());
        }
        return groups.entrySet().stream()
                .map(group -> new Away(presence, group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    private static Path folder(Path file, List<Path> roots) {
        return roots.stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .orElseGet(file::getParent);
    }
}
