package auralis.library.playlist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The locations in one playlist: paths and URLs, relative to its folder or absolute, with the
 * separators of any system.
 */
final class Locations {
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Pattern FILE_START = Pattern.compile("^(?i)file:(//(localhost)?(?=/))?");
    private static final Pattern OTHER_URL =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*", Pattern.DOTALL);
    private static final Pattern OF_WINDOWS =
            Pattern.compile("(/?[a-zA-Z]:|[/\\\\]{2}).*", Pattern.DOTALL);
    private static final Pattern DRIVE_URL = Pattern.compile("/[a-zA-Z]:.*", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    private final Path folder;
    private final boolean linked;

    /** Of the playlist with this name. */
    Locations(Path playlist) throws IOException {
        folder = playlist.toAbsolutePath().normalize().getParent();
        linked = Files.exists(folder) && !folder.toRealPath().equals(folder);
    }

    /** The file that a line of M3U means. */
    Optional<Path> ofLine(String line) {
        if (isUrl(line)) {
            return ofUrl(line);
        }
        Optional<Path> file = isForeign(line) ? Optional.empty() : resolve(slashes(line));
        // some players write URLs without saying so
        return ESCAPE.matcher(line).find() && file.filter(Files::exists).isEmpty()
                ? ofUrl(line).filter(Files::exists).or(() -> file)
                : file;
    }

    /** The file that a URL means, relative or absolute. */
    Optional<Path> ofUrl(String url) {
        String path = FILE_START.matcher(url).replaceFirst("");
        if (OTHER_URL.matcher(path).matches() || isForeign(path)) {
            return Optional.empty();
        }
        String plain = Text.unescape(slashes(path));
        boolean drive = WINDOWS && DRIVE_URL.matcher(plain).matches();
        return resolve(drive ? plain.substring(1) : plain);
    }

    private static boolean isUrl(String line) {
        return FILE_START.matcher(line).lookingAt() || OTHER_URL.matcher(line).matches();
    }

    /** Whether it is a path as only Windows has it, and this is another system. */
    private static boolean isForeign(String path) {
        return !WINDOWS && OF_WINDOWS.matcher(path).matches();
    }

    private static String slashes(String path) {
        return path.replace('\\', '/');
    }

    private Optional<Path> resolve(String path) {
        try {
            return Optional.of(path)
                    .filter(there -> !there.isEmpty())
                    .map(there -> folder.resolve(there).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty(); // a name that no file of this system can have
        }
    }

    /** How a line of M3U names the entry. */
    String line(PlaylistEntry entry) {
        if (entry.file().isEmpty()) {
            return entry.location();
        }
        Path file = entry.file().get();
        String path = written(nearest(file));
        String line = path.startsWith("#") ? "./" + path : path;
        return isPlain(line) ? line : absoluteUrl(file);
    }

    /** Whether a reader takes the line for just this path. */
    private static boolean isPlain(String line) {
        return line.equals(line.strip())
                && line.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\\')
                && !isUrl(line)
                && !isForeign(line);
    }

    /** How XSPF names the entry. */
    String url(PlaylistEntry entry) {
        if (entry.file().isEmpty()) {
            return entry.location();
        }
        Path nearest = nearest(entry.file().get());
        return nearest.isAbsolute() ? absoluteUrl(nearest) : Text.escape(written(nearest));
    }

    private static String absoluteUrl(Path file) {
        String path = written(file.toAbsolutePath());
        return "file://" + Text.escape(path.startsWith("/") ? path : "/" + path);
    }

    /** Relative to the folder, unless that would lead to another root or through a link. */
    private Path nearest(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!folder.getRoot().equals(absolute.getRoot())) {
            return absolute;
        }
        Path relative = folder.relativize(absolute);
        return linked && relative.startsWith("..") ? absolute : relative;
    }

    private static String written(Path path) {
        return WINDOWS ? slashes(path.toString()) : path.toString();
    }
}
