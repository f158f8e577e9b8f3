package auralis.app.catalogue;

import auralis.library.SimilarTrack;
import auralis.library.track.Track;
import java.util.List;
import java.util.Optional;

/** The tracks that sound most like one, the nearest first, and why. */
public record Alike(Track one, List<SimilarTrack> found) implements Place.Members {
    @Override
    public List<Long> ids() {
        return found.stream().map(similar -> similar.track().id()).toList();
    }

    /** In which ways a track is like that one, in words. */
    public Optional<String> why(Track track) {
        return found.stream()
                .filter(similar -> similar.track().id() == track.id())
                .map(SimilarTrack::why)
                .findFirst();
    }
}
