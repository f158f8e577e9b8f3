package auralis.library;

import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.fingerprint.FingerprintIndex;
import auralis.dsp.fingerprint.FingerprintIndex.Neighbour;
import auralis.dsp.fingerprint.Likeness;
import auralis.library.track.AnalysisStore;
import auralis.library.track.Track;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which tracks sound like one. The fingerprints of all are read when that is first asked. */
final class SimilarTracks {
    private final AnalysisStore analyses;
    private final TrackStore tracks;
    private Optional<FingerprintIndex> index = Optional.empty();

    SimilarTracks(AnalysisStore analyses, TrackStore tracks) {
        this.analyses = analyses;
        this.tracks = tracks;
    }

    List<SimilarTrack> nearest(long id, int count) throws IOException {
        FingerprintIndex all = index();
        Optional<Fingerprint> one = all.get(id);
        if (one.isEmpty()) {
            throw new IOException(
                    "This track has not been measured yet. Let the analysis finish, then try"
                            + " again.");
        }
        List<Neighbour> nearest = all.nearest(id, count);
        Map<Long, Track> found =
                tracks.get(nearest.stream().map(Neighbour::id).toList()).stream()
                        .collect(Collectors.toMap(Track::id, Function.identity()));
        List<SimilarTrack> similar = new ArrayList<>();
        for (Neighbour neighbour : nearest) {
            Optional<Fingerprint> other = all.get(neighbour.id());
            if (other.isPresent() && found.containsKey(neighbour.id())) {
                String why = Likeness.of(one.get(), other.get(), all.spans()).sentence();
                similar.add(new SimilarTrack(found.get(neighbour.id()), neighbour.distance(), why));
            }
        }
        return List.copyOf(similar);
    }

    private synchronized FingerprintIndex index() throws IOException {
        if (index.isEmpty()) {
            FingerprintIndex read = new FingerprintIndex();
            analyses.fingerprints(read::put);
            index = Optional.of(read);
        }
        return index.get();
    }

    synchronized void measured(long id, Fingerprint fingerprint) {
        index.ifPresent(known -> known.put(id, fingerprint));
    }

    synchronized void removed(Collection<Long> ids) {
        index.ifPresent(known -> ids.forEach(known::remove));
    }

    /** Tracks came back or changed their content: all is read again when it is next asked. */
    synchronized void forget() {
        index = Optional.empty();
    }
}
