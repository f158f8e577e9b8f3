package auralis.library.tag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of tags: fields by name ({@link TaggedFile}) with their new texts, and the picture of
 * the front. What is not named stays. Immutable.
 *
 * <p>The change that undoes another also keeps the entries that were replaced as they were stored,
 * so that undoing brings back their bytes and not only what they said.
 */
public final class TagEdit {
    /** Changes nothing. */
    public static final TagEdit NONE =
            new TagEdit(emptyValues(), false, Optional.empty(), Map.of());

    private final SortedMap<String, List<String>> values;
    private final boolean changesPicture;
    private final Optional<Picture> picture;

    /** Entries to put back, by the kind of block and the name of the field. */
    private final Map<Place, List<TagItem>> kept;

    private record Place(String block, String name) {}

    private TagEdit(
            SortedMap<String, List<String>> values,
            boolean changesPicture,
            Optional<Picture> picture,
            Map<Place, List<TagItem>> kept) {
        this.values = Collections.unmodifiableSortedMap(values);
        this.changesPicture = changesPicture;
        this.picture = picture;
        this.kept = Map.copyOf(kept);
    }

    private static SortedMap<String, List<String>> emptyValues() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /** The same change and one field more; no texts remove it. */
    public TagEdit with(String name, String... texts) {
        return with(name, List.of(texts));
    }

    /**
     * The same change and one field more. Blank texts are left out; when none is left, the field is
     * removed.
     *
     * @throws IllegalArgumentException when the name is blank, or holds = or a control character
     */
    public TagEdit with(String name, List<String> texts) {
        boolean odd = name.chars().anyMatch(letter -> letter == '=' || letter < ' ');
        if (name.isBlank() || odd || name.startsWith(TagItem.FRONT)) {
            throw new IllegalArgumentException("no name of a field: \"" + name + "\"");
        }
        SortedMap<String, List<String>> more = emptyValues();
        more.putAll(values);
        more.put(
                name,
                texts.stream()
                        .map(text -> text.replace("\0", "").strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
        return new TagEdit(more, changesPicture, picture, without(name));
    }

    /**
     * The same change and a new picture for the front.
     *
     * @param bytes of a JPEG, PNG, GIF, BMP or WebP file
     * @throws IllegalArgumentException when it is none of these
     */
    public TagEdit withPicture(byte[] bytes) {
        return new TagEdit(values, true, Optional.of(Picture.front(bytes)), without(TagItem.FRONT));
    }

    /** The same change, and no picture for the front. */
    public TagEdit withoutPicture() {
        return new TagEdit(values, true, Optional.empty(), without(TagItem.FRONT));
    }

    private Map<Place, List<TagItem>> without(String name) {
        Map<Place, List<TagItem>> rest = new HashMap<>(kept);
        rest.keySet()
                .removeIf(
                        place ->
                                place.name().equalsIgnoreCase(name)
                                        || name.equals(TagItem.FRONT)
                                                && place.name().equals(TagItem.OTHER));
        return rest;
    }

    /** The new texts by name; no texts where the field is removed. */
    public Map<String, List<String>> values() {
        return values;
    }

    public boolean changesPicture() {
        return changesPicture;
    }

    /** The new picture; empty when it stays, or is removed. */
    public Optional<byte[]> picture() {
        return picture.map(Picture::bytes);
    }

    public boolean isEmpty() {
        return values.isEmpty() && !changesPicture;
    }

    Optional<Picture> pictureOrNone() {
        return picture;
    }

    boolean shows(Optional<Picture> front) {
        return picture.isPresent()
                ? front.isPresent() && picture.get().shows(front.get())
                : front.isEmpty();
    }

    boolean restores(String name) {
        return kept.keySet().stream().anyMatch(place -> place.name().equalsIgnoreCase(name));
    }

    /** What to put back into a block. */
    Optional<List<TagItem>> kept(String block, String name) {
        return kept.entrySet().stream()
                .filter(e -> e.getKey().block().equals(block))
                .filter(e -> e.getKey().name().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagEdit edit
                && values.equals(edit.values)
                && changesPicture == edit.changesPicture
                && edit.shows(picture);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, changesPicture);
    }

    @Override
    public String toString() {
        return values + (changesPicture ? picture.isPresent() ? " + picture" : " - picture" : "");
    }

    /** Gathers what undoes a change while it is made. */
    static final class Inverse {
        private final SortedMap<String, List<String>> values = emptyValues();
        private final Map<Place, List<TagItem>> kept = new HashMap<>();
        private boolean changesPicture;
        private Optional<Picture> picture = Optional.empty();

        void value(String name, List<String> before) {
            values.put(name, before);
        }

        void picture(Optional<Picture> before) {
            changesPicture = true;
            picture = before;
        }

        void keep(String block, String name, List<TagItem> items) throws IOException {
            List<TagItem> copies = new ArrayList<>();
            for (TagItem item : items) {
                copies.add(item.inMemory());
            }
            kept.put(new Place(block, name), List.copyOf(copies));
        }

        TagEdit edit() {
            return new TagEdit(values, changesPicture, picture, kept);
        }
    }
}
