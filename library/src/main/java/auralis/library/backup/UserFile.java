package auralis.library.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the user entered, as it is written to a file. Times are milliseconds since 1970; settings
 * are JSON texts, kept as they are.
 *
 * @param auralis the version of this form
 * @param made when, for people
 */
record UserFile(
        int auralis,
        String made,
        List<String> folders,
        List<TrackLine> tracks,
        List<PlaylistLine> playlists,
        Map<String, String> settings) {
    static final int VERSION = 1;

    /** A track with something that the user entered. */
    record TrackLine(
            String file,
            Optional<String> content,
            Optional<Long> favouriteSince,
            int plays,
            Optional<Long> lastPlayed,
            Optional<Long> removedAt,
            Optional<String> settings,
            List<VersionLine> versions) {}

    /** A master of a track. */
    record VersionLine(
            String file,
            String preset,
            OptionalDouble integratedLufs,
            OptionalDouble truePeakDbtp,
            long createdAt) {}

    /** A playlist; a smart one has a search and no tracks. */
    record PlaylistLine(String name, Optional<String> search, List<EntryLine> tracks) {}

    /** A track in a playlist. */
    record EntryLine(String file, Optional<String> content) {}

    static Optional<Long> ms(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli);
    }

    static Optional<Instant> time(Optional<Long> ms) {
        return ms.map(Instant::ofEpochMilli);
    }
}
