package auralis.library.export;

import auralis.dsp.master.MasteringSettings;
import auralis.library.media.Tags;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the name of a result may be made of: the tags of its source and how it is made. */
final class SourceFields {
    private SourceFields() {}

    /**
     * @param number in its batch, from 1
     */
    static Map<String, String> of(Naming request, int number) {
        Map<String, String> fields = new HashMap<>(Tags.read(request.source()).fields());
        String name = stem(request.source());
        fields.put("name", name);
        fields.computeIfPresent("title", (key, title) -> title.isEmpty() ? name : title);
        fields.put("n", Integer.toString(number));
        fields.put("date", LocalDate.now().toString());
        fields.put("preset", "");
        fields.put("lufs", "");
        fields.put("stem", "");
        if (request instanceof StemRequest.Part part) {
            fields.put("stem", part.stem().word());
        }
        if (request instanceof ExportRequest export) {
            fields.put("preset", export.preset().name());
            fields.put("lufs", lufs(export.preset().settings().loudness()));
        }
        return fields;
    }

    private static String lufs(MasteringSettings.Loudness loudness) {
        if (!loudness.on()) {
            return "";
        }
        return String.format(Locale.ROOT, "%.1f", loudness.targetLufs()).replaceFirst("\\.0$", "");
    }

    /** The name of a file without its ending. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
