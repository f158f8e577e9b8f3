package auralis.library;

import auralis.library.search.Fold;
import auralis.library.track.Track;
import java.util.Comparator;
import java.util.Optional;

/**
 * What makes tracks one album: its title and its artist, folded as for sorting.
 *
 * @param artist the album artist, else the artist
 */
public record AlbumKey(String title, String artist) {
    private static final Comparator<Track> ORDER =
            Comparator.comparingInt((Track track) -> number(track.tags().disc()))
                    .thenComparingInt(track -> number(track.tags().track()))
                    .thenComparing(Track::file);

    /** The album of a track; empty when it is of none. */
    public static Optional<AlbumKey> of(Track track) {
        String albumArtist = track.tags().albumArtist();
        String artist = albumArtist.isEmpty() ? track.artist() : albumArtist;
        return track.album().isEmpty()
                ? Optional.empty()
                : Optional.of(new AlbumKey(track.album(), artist));
    }

    public AlbumKey {
        title = Fold.sortKey(title);
        artist = Fold.sortKey(artist);
    }

    /** Whether a track is the next of the same album and disc. */
    public static boolean goesOn(Track before, Track next) {
        return of(before).isPresent()
                && of(before).equals(of(next))
                && number(before.tags().disc()) == number(next.tags().disc())
                && number(before.tags().track()) > 0
                && number(before.tags().track()) + 1 == number(next.tags().track());
    }

    /** By disc and number. */
    static Comparator<Track> order() {
        return ORDER;
    }

    /** Of "3/12" the 3; 0 when there is none. */
    private static int number(String tag) {
        int end = 0;
        while (end < Math.min(tag.length(), 6) && Character.isDigit(tag.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(tag.substring(0, end));
    }
}
