package auralis.app.platform.remote;

import auralis.library.track.Repeat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/**
 * The player in the words of MPRIS 2.2, and of the metadata guidelines of freedesktop.org. All but
 * {@code Position}, which nobody is told without asking.
 */
final class MprisProperties {
    static final String NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack";
    private static final String TRACK = "/auralis/track/";
    private static final double MICROSECONDS = 1e6;

    private MprisProperties() {}

    static Map<String, Variant<?>> ofProgram() {
        return Map.of(
                "CanQuit", new Variant<>(true),
                "CanRaise", new Variant<>(true),
                "HasTrackList", new Variant<>(false),
                "Identity", new Variant<>("Auralis"),
                "DesktopEntry", new Variant<>("auralis"),
                "SupportedUriSchemes", texts("file"),
                "SupportedMimeTypes",
                        texts(
                                "audio/flac",
                                "audio/mpeg",
                                "audio/ogg",
                                "audio/opus",
                                "audio/mp4",
                                "audio/aac",
                                "audio/x-wav",
                                "audio/x-aiff",
                                "audio/x-wavpack"));
    }

    /**
     * @param artwork the file of the current track's picture
     */
    static Map<String, Variant<?>> of(MediaState state, Optional<Path> artwork) {
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        boolean open = state.track().isPresent();
        all.put("PlaybackStatus", new Variant<>(status(state.status())));
        all.put("LoopStatus", new Variant<>(loop(state.repeat())));
        all.put("Rate", new Variant<>(1.0));
        all.put("Shuffle", new Variant<>(state.shuffled()));
        all.put("Metadata", new Variant<>(metadata(state.track(), artwork), "a{sv}"));
        all.put("Volume", new Variant<>(state.volume()));
        all.put("MinimumRate", new Variant<>(1.0));
        all.put("MaximumRate", new Variant<>(1.0));
        all.put("CanGoNext", new Variant<>(state.canGoNext()));
        all.put("CanGoPrevious", new Variant<>(state.canGoPrevious()));
        all.put("CanPlay", new Variant<>(state.canPlay()));
        all.put("CanPause", new Variant<>(open));
        all.put("CanSeek", new Variant<>(state.canSeek()));
        all.put("CanControl", new Variant<>(true));
        return all;
    }

    /** What is not known is left out. */
    static Map<String, Variant<?>> metadata(
            Optional<MediaState.Track> current, Optional<Path> artwork) {
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        all.put("mpris:trackid", new Variant<>(id(current)));
        current.ifPresent(
                track -> {
                    track.seconds()
                            .ifPresent(
                                    length ->
                                            all.put(
                                                    "mpris:length",
                                                    new Variant<>(microseconds(length))));
                    artwork.ifPresent(file -> all.put("mpris:artUrl", url(file)));
                    all.put("xesam:url", url(track.file()));
                    all.put("xesam:title", new Variant<>(sendable(track.title())));
                    if (!track.artist().isEmpty()) {
                        all.put("xesam:artist", texts(sendable(track.artist()).split("; ")));
                    }
                    if (!track.album().isEmpty()) {
                        all.put("xesam:album", new Variant<>(sendable(track.album())));
                    }
                });
        return all;
    }

    /** What is in {@code now} and was not the same before. */
    static Map<String, Variant<?>> changes(
            Map<String, Variant<?>> before, Map<String, Variant<?>> now) {
        Map<String, Variant<?>> changed = new LinkedHashMap<>(now);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        return changed;
    }

    private static DBusPath id(Optional<MediaState.Track> track) {
        return new DBusPath(track.map(open -> TRACK + open.number()).orElse(NO_TRACK));
    }

    /** The number of a track; negative when the id is none of ours. */
    static long number(DBusPath id) {
        String path = id.getPath();
        try {
            return path.startsWith(TRACK) ? Long.parseLong(path.substring(TRACK.length())) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static long microseconds(double seconds) {
        return Math.round(seconds * MICROSECONDS);
    }

    static double seconds(long microseconds) {
        return microseconds / MICROSECONDS;
    }

    static String loop(Repeat repeat) {
        return switch (repeat) {
            case OFF -> "None";
            case ALL -> "Playlist";
            case ONE -> "Track";
        };
    }

    static Optional<Repeat> repeat(String loop) {
        return switch (loop) {
            case "None" -> Optional.of(Repeat.OFF);
            case "Playlist" -> Optional.of(Repeat.ALL);
            case "Track" -> Optional.of(Repeat.ONE);
            default -> Optional.empty();
        };
    }

    private static String status(MediaState.Status status) {
        return switch (status) {
            case PLAYING -> "Playing";
            case PAUSED -> "Paused";
            case STOPPED -> "Stopped";
        };
    }

    /** A bus hangs up on who sends a zero in a text, and tags may hold any. */
    static String sendable(String text) {
        return text.replace('\0', ' ');
    }

    private static Variant<?> url(Path file) {
        return new Variant<>(file.toUri().toString());
    }

    private static Variant<?> texts(String... all) {
        return new Variant<>(List.of(all), "as");
    }
}
