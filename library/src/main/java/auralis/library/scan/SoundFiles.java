package auralis.library.scan;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What is taken from a folder: by the ending, so that pictures and texts beside the music are
 * passed over without opening them; nothing hidden, which also leaves out files being written
 * ({@code .NAME.PID.part}) and what macOS puts beside files ({@code ._NAME}).
 */
final class SoundFiles {
    private static final Set<String> ENDINGS =
            Set.of(
                    "wav", "wave", "rf64", "w64", "bwf", "aif", "aiff", "aifc", "flac", "mp3",
                    "m4a", "m4b", "aac", "mp4", "m4v", "mov", "ogg", "oga", "opus", "wv", "wma",
                    "wmv", "asf", "caf", "ape", "tta", "mka", "mkv", "webm", "avi", "flv", "ts",
                    "mpg", "mpeg");

    private SoundFiles() {}

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
