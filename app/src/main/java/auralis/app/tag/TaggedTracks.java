package auralis.app.tag;

import auralis.dsp.Progress;
import auralis.library.media.Artwork;
import auralis.library.media.Tags;
import auralis.library.track.Track;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What files say of themselves, and have for a picture.
 *
 * @param artwork of the first that has one; of the others only whether they have the same is known
 * @param sameArtwork whether all have the same, or none
 * @param locked how many of the files cannot be written
 */
record TaggedTracks(
        List<Tagged> tracks, Optional<Artwork> artwork, boolean sameArtwork, int locked) {

    /**
     * @param embedded whether the picture is in the file, and not beside it
     */
    record Tagged(Track track, Tags tags, boolean embedded) {}

    /** Reads the files; on a worker. */
    static TaggedTracks read(List<Track> tracks, Progress progress) throws InterruptedException {
        progress.total(tracks.size());
        List<Tagged> read = new ArrayList<>();
        Optional<Artwork> first = Optional.empty();
        Set<String> pictures = new HashSet<>();
        int locked = 0;
        for (Track track : tracks) {
            progress.checkpoint();
            Optional<Artwork> artwork = Artwork.of(track.file());
            boolean embedded = artwork.isPresent() && artwork.get().file().isEmpty();
            read.add(new Tagged(track, Tags.read(track.file()), embedded));
            pictures.add(artwork.map(Artwork::hash).orElse(""));
            first = first.isPresent() ? first : artwork;
            locked += Files.isWritable(track.file()) ? 0 : 1;
            progress.advance(1);
        }
        return new TaggedTracks(List.copyOf(read), first, pictures.size() < 2, locked);
    }

    int size() {
        return tracks.size();
    }

    /** What all say; empty where they differ. */
    Optional<String> common(TagField field) {
        String first = field.of(tracks.get(0).tags());
        boolean same = tracks.stream().allMatch(one -> field.of(one.tags()).equals(first));
        return same ? Optional.of(first) : Optional.empty();
    }
}
