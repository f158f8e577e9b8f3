package auralis.app.catalogue;

import auralis.library.search.Query;
import auralis.library.search.Term;
import auralis.library.search.YesNoField;
import auralis.library.track.ScanProblem;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A file that is not as it should be.
 *
 * @param reason a sentence that says why and what to do
 * @param track its id, if it is one of the library
 */
public record Trouble(Path file, String reason, OptionalLong track) {
    private static final Query PROBLEMS =
            new Query(List.of(new Term.Flag(YesNoField.PROBLEM, true)));

    /** Of tracks and of scans, each file once, sorted by path; on a worker. */
    public static Collection<Trouble> all(Tracks tracks, Optional<Folders> folders)
            throws IOException {
        TreeMap<Path, Trouble> all = new TreeMap<>();
        if (folders.isPresent()) {
            for (ScanProblem problem : folders.get().problems()) {
                Trouble trouble =
                        new Trouble(problem.path(), problem.reason(), OptionalLong.empty());
                all.put(problem.path(), trouble);
            }
        }
        for (Track track : tracks.get(tracks.search(PROBLEMS, TrackOrder.ADDED, false))) {
            OptionalLong id = OptionalLong.of(track.id());
            all.put(track.file(), new Trouble(track.file(), track.problem().orElse(""), id));
        }
        return List.copyOf(all.values());
    }
}
