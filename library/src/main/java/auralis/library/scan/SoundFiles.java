package auralis.library.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is taken from a folder: by the ending, so that pictures and texts beside the music are
 * passed over without opening them; nothing hidden, which also leaves out files being written
 * ({@code .NAME.PID.part}) and what macOS puts beside files ({@code ._NAME}).
 */
public final class SoundFiles {
    private static final Set<String> ENDINGS =
            Set.of(
                    "wav", "wave", "rf64", "w64", "bwf", "aif", "aiff", "aifc", "flac", "mp3",
                    "m4a", "m4b", "aac", "mp4", "m4v", "mov", "ogg", "oga", "opus", "wv", "wma",
                    "wmv", "asf", "caf", "ape", "tta", "mka", "mkv", "webm", "avi", "flv", "ts",
                    "mpg", "mpeg", "mxf");

    private SoundFiles() {}

    /**
     * These files, whatever they are called, and all of sound in these folders and below.
     *
     * @throws IOException when a folder cannot be read
     */
    public static List<Path> in(List<Path> filesAndFolders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path given : filesAndFolders) {
            if (!Files.isDirectory(given)) {
                found.add(given);
                continue;
            }
            try (Stream<Path> below = Files.walk(given)) {
                below.filter(Files::isRegularFile)
                        .filter(SoundFiles::isSound)
                        .sorted()
                        .forEach(found::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return found;
    }

    static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    static boolean isSound(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0
                && !isHidden(file)
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
