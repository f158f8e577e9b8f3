package auralis.library.export;

import auralis.library.media.Tags;
import java.nio.file.Path;
import java.util.Map;

/** What the name of a result may be made of: the tags of its source and what it is called. */
final class SourceFields {
    private SourceFields() {}

    /**
     * @param preset how it was made; may be empty
     */
    static Map<String, String> of(Path source, String preset) {
        Map<String, String> fields = Tags.read(source).fields();
        String file = source.getFileName().toString();
        int dot = file.lastIndexOf('.');
        String name = dot > 0 ? file.substring(0, dot) : file;
        fields.put("name", name);
        fields.put("preset", preset);
        fields.computeIfPresent("title", (key, title) -> title.isEmpty() ? name : title);
        return fields;
    }
}
