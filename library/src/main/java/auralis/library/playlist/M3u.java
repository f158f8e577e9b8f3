package auralis.library.playlist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * M3U: a location per line. Extended: before it {@code #EXTINF:seconds,artist - title}, where -1
 * seconds are unknown and players may put {@code key="value"} behind the number; {@code #PLAYLIST:}
 * is the title of all. Other lines that start with # mean nothing here.
 */
final class M3u {
    private static final String HEADER = "#EXTM3U";
    private static final String TITLE = "#PLAYLIST:";
    private static final Pattern TRACK =
            Pattern.compile(
                    "#EXTINF:\\s*(-?[0-9]{1,9}(?:\\.[0-9]{0,9})?)"
                            + "[^,\"]*+(?:\"[^\"]*+\"[^,\"]*+)*+,(.*)");

    /** A line of which the track is not taken; the pattern would nest too deep in it. */
    private static final int TOO_LONG = 4096;

    private static final String BETWEEN = " - ";
    private static final Pattern BREAKS = Pattern.compile("\\R|\\p{Cntrl}");

    private M3u() {}

    static PlaylistFile read(Path file, String text) throws IOException {
        Locations locations = new Locations(file);
        List<PlaylistEntry> entries = new ArrayList<>();
        Optional<String> title = Optional.empty();
        String track = "";
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith(TITLE)) {
                title = present(line.substring(TITLE.length()));
            } else if (line.startsWith("#EXTINF:")) {
                track = line.length() < TOO_LONG ? line : "";
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(entry(line, locations.ofLine(line), track));
                track = "";
            }
        }
        return new PlaylistFile(title, entries);
    }

    private static PlaylistEntry entry(String location, Optional<Path> file, String track) {
        Matcher matcher = TRACK.matcher(track);
        boolean told = matcher.matches();
        String name = told ? matcher.group(2) : "";
        double seconds = told ? Double.parseDouble(matcher.group(1)) : -1;
        int dash = name.indexOf(BETWEEN);
        return new PlaylistEntry(
                location,
                file,
                present(dash < 0 ? name : name.substring(dash + BETWEEN.length())),
                present(dash < 0 ? "" : name.substring(0, dash)),
                Optional.empty(),
                seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty());
    }

    private static Optional<String> present(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    static byte[] write(Path file, PlaylistFile playlist) throws IOException {
        Locations locations = new Locations(file);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        playlist.title().ifPresent(title -> text.append(TITLE).append(line(title)).append('\n'));
        for (PlaylistEntry entry : playlist.entries()) {
            track(entry).ifPresent(track -> text.append(track).append('\n'));
            text.append(locations.line(entry)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> track(PlaylistEntry entry) {
        if (entry.title().isEmpty() && entry.seconds().isEmpty()) {
            return Optional.empty();
        }
        long seconds = entry.seconds().isPresent() ? Math.round(entry.seconds().getAsDouble()) : -1;
        String name =
                entry.title()
                        .map(title -> entry.artist().map(a -> a + BETWEEN).orElse("") + title)
                        .orElse("");
        return Optional.of("#EXTINF:" + seconds + "," + line(name));
    }

    private static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
