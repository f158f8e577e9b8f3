package auralis.library.scan;

import auralis.library.track.KnownFile;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises new files that are the moved files of known tracks: of the same content as one that is
 * gone. Of several alike, the one of the same name is it, at once; which of others it is shows only
 * when all files were seen.
 */
final class Moves {
    /** Whether the file of a track is gone. */
    interface Gone {
        boolean test(KnownFile known) throws IOException, InterruptedException;
    }

    private final TrackStore tracks;
    private final Gone gone;
    private final Set<Long> moved = new HashSet<>();
    private final List<TrackFile> undecided = new ArrayList<>();

    Moves(TrackStore tracks, Gone gone) {
        this.tracks = tracks;
        this.gone = gone;
    }

    /** Whether another file was found to be this track's. */
    boolean isMoved(KnownFile known) {
        return moved.contains(known.id());
    }

    /** Whether a file is kept until all were seen. */
    boolean isUndecided(TrackFile file) {
        return !undecided.isEmpty() && undecided.get(undecided.size() - 1) == file;
    }

    /** The files whose content is that of a gone track of another name; they are forgotten here. */
    List<TrackFile> takeUndecided() {
        List<TrackFile> taken = List.copyOf(undecided);
        undecided.clear();
        return taken;
    }

    /** The tracks that these files can be of, by content. */
    Map<String, List<KnownFile>> candidates(Collection<TrackFile> files) throws IOException {
        List<String> contents =
                files.stream().map(TrackFile::content).flatMap(Optional::stream).toList();
        if (contents.isEmpty()) {
            return Map.of();
        }
        return tracks.withContent(contents).stream()
                .collect(Collectors.groupingBy(known -> known.content().orElseThrow()));
    }

    /**
     * The track whose file this is now.
     *
     * @param last whether no more files will come; before, a file that can be one of another name
     *     is kept
     * @return null when it is none, or is kept
     */
    KnownFile decide(TrackFile file, Map<String, List<KnownFile>> candidates, boolean last)
            throws IOException, InterruptedException {
        List<KnownFile> alike = new ArrayList<>();
        for (KnownFile known : candidates.getOrDefault(file.content().orElse(""), List.of())) {
            if (!isMoved(known) && gone.test(known)) {
                alike.add(known);
            }
        }
        if (alike.isEmpty()) {
            return null;
        }
        KnownFile best = alike.stream().min(nearestTo(file.file())).orElseThrow();
        if (!last && !sameName(best.file(), file.file())) {
            undecided.add(file);
            return null;
        }
        moved.add(best.id());
        return best;
    }

    private static Comparator<KnownFile> nearestTo(Path file) {
        return Comparator.<KnownFile, Boolean>comparing(known -> !sameName(known.file(), file))
                .thenComparing(known -> !sameName(known.file().getParent(), file.getParent()))
                .thenComparing(KnownFile::removed)
                .thenComparing(KnownFile::id);
    }

    private static boolean sameName(Path one, Path other) {
        return one != null
                && other != null
                && String.valueOf(one.getFileName()).equals(String.valueOf(other.getFileName()));
    }
}
