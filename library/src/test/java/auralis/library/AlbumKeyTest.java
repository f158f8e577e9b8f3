package auralis.library;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.media.Tags;
import auralis.library.track.Listened;
import auralis.library.track.Measured;
import auralis.library.track.Presence;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AlbumKeyTest {
    @Test
    void foldsTitlesAndPrefersTheAlbumArtist() {
        Track one = track("Blue", "Ana", "Various", "1", "");
        Track two = track("BLUE", "Ben", "various", "2", "");
        assertThat(AlbumKey.of(one)).isEqualTo(AlbumKey.of(two)).isPresent();
        assertThat(AlbumKey.of(track("Blue", "Ana", "", "1", ""))).isNotEqualTo(AlbumKey.of(one));
        assertThat(AlbumKey.of(track("", "Ana", "", "1", ""))).isEmpty();
    }

    @Test
    void onlyTheNextNumberOfTheSameDiscGoesOn() {
        Track third = track("Blue", "Ana", "", "3/12", "1");
        assertThat(AlbumKey.goesOn(third, track("Blue", "Ana", "", "04", "1/2"))).isTrue();
        assertThat(AlbumKey.goesOn(third, track("Blue", "Ana", "", "5", "1"))).isFalse();
        assertThat(AlbumKey.goesOn(third, track("Blue", "Ana", "", "4", "2"))).isFalse();
        assertThat(AlbumKey.goesOn(third, track("Red", "Ana", "", "4", "1"))).isFalse();
        Track unnumbered = track("Blue", "Ana", "", "", "");
        assertThat(AlbumKey.goesOn(unnumbered, track("Blue", "Ana", "", "1", ""))).isFalse();
    }

    private static Track track(
            String album, String artist, String albumArtist, String number, String disc) {
        Tags tags = new Tags("", artist, album, albumArtist, number, disc, "", "", "", "");
        return new Track(
                1,
                Path.of("a.wav"),
                tags,
                new Stream(
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty()),
                Track.State.NEW,
                Presence.PRESENT,
                new Measured(
                        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                Listened.NEVER,
                0,
                Instant.EPOCH,
                Optional.empty());
    }
}
