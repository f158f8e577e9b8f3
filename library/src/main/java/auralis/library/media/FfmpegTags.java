package auralis.library.media;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tags of the kinds of files that only FFmpeg knows: WMA, Matroska, DSF, CAF and so on. */
final class FfmpegTags {
    /** What FFmpeg calls differently (libavformat/avformat.h, "Metadata API"). */
    private static final Map<String, String> NAMES =
            Map.of("album_artist", "albumartist", "date", "year");

    /** What containers say of themselves. */
    private static final Pattern OF_THE_CONTAINER =
            Pattern.compile(
                    "duration|handler_name|vendor_id|major_brand|minor_version|compatible_brands"
                            + "|creation_time|_statistics_.*|bps.*|number_of_.*",
                    Pattern.CASE_INSENSITIVE);

    private FfmpegTags() {}

    static Map<String, List<String>> read(Path file) throws IOException {
        SortedMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            FfmpegInput.metadata(file).forEach((key, text) -> add(fields, key, text));
        } catch (LinkageError e) {
            throw Ffmpeg.unavailable(file, e);
        }
        return fields;
    }

    private static void add(Map<String, List<String>> fields, String key, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (!plain.isEmpty() && !OF_THE_CONTAINER.matcher(key).matches()) {
            fields.putIfAbsent(name(key), List.of(plain));
        }
    }

    private static String name(String key) {
        String plain = key.toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(plain, plain);
    }
}
