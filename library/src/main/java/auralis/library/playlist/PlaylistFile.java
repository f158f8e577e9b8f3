package auralis.library.playlist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a playlist file holds.
 *
 * <p>Reading goes by the content: XSPF, or M3U in UTF-8 or, where it is not valid UTF-8, in the
 * Windows-1252 of old. Writing goes by the name, always in UTF-8, with locations relative to the
 * folder of the playlist where they can be.
 *
 * @param title the playlist's own
 * @param entries in their order, those that are no files among them
 */
public record PlaylistFile(Optional<String> title, List<PlaylistEntry> entries) {
    /** The endings of the names that can be written. */
    public static final Set<String> ENDINGS = Set.of("m3u8", "m3u", "xspf");

    private static final int LARGEST_BYTES = 64 << 20;

    public PlaylistFile {
        entries = List.copyOf(entries);
    }

    /** What cannot be in a library: locations that are no files of this computer. */
    public List<PlaylistEntry> skipped() {
        return entries.stream().filter(entry -> entry.file().isEmpty()).toList();
    }

    /**
     * Reads a playlist.
     *
     * @throws IOException when it cannot be read or is none, with a sentence for the user
     */
    public static PlaylistFile read(Path file) throws IOException {
        String text = Text.decode(bytes(file));
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            return Xspf.read(file, start);
        } else if (start.startsWith("[playlist]") || text.indexOf('\0') >= 0) {
            throw failure(file, "it is neither an M3U nor an XSPF playlist", EXPORT_ANEW, null);
        }
        return M3u.read(file, text);
    }

    static final String EXPORT_ANEW = "Export it as one of these from where it came from.";

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length <= LARGEST_BYTES) {
                return bytes;
            }
        } catch (NoSuchFileException e) {
            throw failure(file, "there is no such file", "Look where it went.", e);
        } catch (IOException e) {
            throw failure(file, "it cannot be read", "Look at its permissions and its drive.", e);
        }
        throw failure(file, "it is too large for a playlist", EXPORT_ANEW, null);
    }

    /**
     * Writes a playlist, in place of what had its name. The file is there complete or not at all.
     *
     * @throws IOException when it cannot be written, with a sentence for the user
     */
    public static void write(Path file, Optional<String> title, List<PlaylistEntry> entries)
            throws IOException {
        PlaylistFile playlist = new PlaylistFile(title, entries);
        byte[] bytes =
                switch (ending(file)) {
                    case "m3u", "m3u8" -> M3u.write(file, playlist);
                    case "xspf" -> Xspf.write(file, playlist);
                    default ->
                            throw failure(
                                    file,
                                    "the end of the name does not tell the kind of playlist",
                                    "Let it end with .m3u8, .m3u or .xspf.",
                                    null);
                };
        WholeFile.write(file, bytes);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static IOException failure(Path file, String problem, String remedy, Exception cause) {
        return new IOException(file.getFileName() + ": " + problem + ". " + remedy, cause);
    }
}
