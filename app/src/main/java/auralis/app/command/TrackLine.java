package auralis.app.command;

import auralis.library.track.Presence;
import auralis.library.track.Track;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** A track as the command line answers it. */
record TrackLine(
        long id,
        String file,
        String title,
        Optional<String> artist,
        Optional<String> album,
        Optional<String> albumArtist,
        OptionalInt track,
        OptionalInt disc,
        OptionalInt year,
        Optional<String> genre,
        OptionalDouble seconds,
        OptionalDouble integratedLufs,
        OptionalDouble truePeakDbtp,
        Track.State state,
        Presence presence,
        boolean favourite,
        int plays,
        Optional<String> problem) {

    static TrackLine of(Track track) {
        return new TrackLine(
                track.id(),
                track.file().toString(),
                track.title(),
                known(track.artist()),
                known(track.album()),
                known(track.tags().albumArtist()),
                track.tags().trackNumber(),
                track.tags().discNumber(),
                track.tags().yearNumber(),
                known(track.tags().genre()),
                track.seconds(),
                track.integratedLufs(),
                track.truePeakDbtp(),
                track.state(),
                track.presence(),
                track.listened().favourite(),
                track.listened().plays(),
                track.problem());
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    /** The lines of a table of tracks. */
    static List<String> table(List<Track> tracks) {
        Table table = new Table(Set.of(0, 4, 5, 6));
        table.row("id", "artist", "title", "album", "time", "LUFS", "dBTP", "file");
        for (Track track : tracks) {
            table.row(
                    Long.toString(track.id()),
                    track.artist(),
                    track.title(),
                    track.album(),
                    time(track.seconds()),
                    number(track.integratedLufs()),
                    number(track.truePeakDbtp()),
                    track.file() + note(track));
        }
        return table.lines();
    }

    static String time(OptionalDouble seconds) {
        return seconds.isPresent() ? ProgressLine.clock(seconds.getAsDouble()) : "-";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "-";
    }

    private static String note(Track track) {
        return switch (track.presence()) {
            case MISSING -> " (missing)";
            case OFFLINE -> " (offline)";
            case PRESENT -> track.state() == Track.State.FAILED ? " (cannot be used)" : "";
        };
    }
}
