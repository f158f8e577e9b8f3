package auralis.library.tag;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tag of a file, entry by entry; what is not asked to change keeps its bytes and its place. */
final class TagBlock {
    private final String kind;
    private final TagStyle style;
    private final List<TagItem> items;
    private final Optional<TagException> fault;

    /**
     * @param kind tells the blocks of a file apart
     * @param items what could be read
     * @param fault why there may be more, so that nothing may be written
     */
    TagBlock(String kind, TagStyle style, List<TagItem> items, Optional<TagException> fault) {
        this.kind = kind;
        this.style = style;
        this.items = new ArrayList<>(items);
        this.fault = fault;
    }

    TagBlock(String kind, TagStyle style, List<TagItem> items) {
        this(kind, style, items, Optional.empty());
    }

    Optional<TagException> fault() {
        return fault;
    }

    String kind() {
        return kind;
    }

    TagStyle style() {
        return style;
    }

    List<TagItem> items() {
        return items;
    }

    List<TagItem> items(String name) {
        return items.stream().filter(item -> item.name().equalsIgnoreCase(name)).toList();
    }

    boolean has(String name) {
        return items.stream().anyMatch(item -> item.name().equalsIgnoreCase(name));
    }

    /** Puts entries in the place of those of a name. */
    void replace(String name, List<TagItem> with) {
        int place = items.size();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).name().equalsIgnoreCase(name)) {
                items.remove(i);
                place = i;
            }
        }
        items.addAll(place, with);
    }

    /** Adds the texts of all names that are not in the map yet, composed (NFC) and not blank. */
    void collect(Map<String, List<String>> fields) throws IOException {
        List<String> known = List.copyOf(fields.keySet());
        for (TagItem item : items) {
            String name = item.name();
            if (name.isEmpty() || item.isPicture() || contains(known, name)) {
                continue;
            }
            List<String> texts = values(name);
            if (!texts.isEmpty()) {
                fields.put(name, texts);
            }
        }
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Where entries of several ids share a name, the usual one is believed, else the first. */
    List<String> values(String name) throws IOException {
        List<TagItem> named = items(name);
        String usual = style.id(name);
        Optional<TagItem> best =
                named.stream()
                        .filter(item -> item.id().equalsIgnoreCase(usual))
                        .findFirst()
                        .or(() -> named.stream().findFirst());
        List<String> texts = new ArrayList<>();
        for (TagItem item : named) {
            if (item.id().equalsIgnoreCase(best.orElseThrow().id())) {
                for (String text : style.texts(item)) {
                    String whole = style.complete(text, named);
                    String composed = Normalizer.normalize(whole, Normalizer.Form.NFC).strip();
                    if (!composed.isEmpty()) {
                        texts.add(composed);
                    }
                }
            }
        }
        return texts;
    }

    List<Picture> pictures() throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (TagItem item : items) {
            if (item.isPicture()) {
                style.picture(item).ifPresent(pictures::add);
            }
        }
        return pictures;
    }
}
