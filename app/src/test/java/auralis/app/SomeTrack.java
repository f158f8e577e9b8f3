package auralis.app;

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

/** Tracks for tests. */
public final class SomeTrack {
    private SomeTrack() {}

    public static Track of(
            long id,
            Path file,
            String title,
            String artist,
            String album,
            Track.State state,
            OptionalDouble seconds,
            OptionalDouble lufs,
            OptionalDouble peak,
            Optional<String> problem) {
        return new Track(
                id,
                file,
                new Tags(title, artist, album, "", "", "", "", "", "", ""),
                new Stream(
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        seconds),
                state,
                Presence.PRESENT,
                new Measured(lufs, OptionalDouble.empty(), peak),
                Listened.NEVER,
                0,
                Instant.EPOCH,
                problem);
    }
}
