package auralis.app.tag;

import auralis.app.tag.TaggedTracks.Tagged;
import auralis.app.text.Texts;
import auralis.library.tag.TagEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was entered and is not yet in the files.
 *
 * @param values the new texts of the fields that were changed; an empty one removes the field
 * @param picture what happens to the picture; changes nothing where it stays
 */
record Draft(Map<TagField, String> values, TagEdit picture) {
    /** One change of one file, in words. */
    record Line(String track, String field, String before, String after) {}

    Draft {
        values = Map.copyOf(values);
    }

    /** The changes by id of the track, only of files that change. */
    Map<Long, TagEdit> edits(TaggedTracks tracks) {
        Map<Long, TagEdit> edits = new LinkedHashMap<>();
        for (Tagged one : tracks.tracks()) {
            TagEdit edit = edit(one);
            if (!edit.isEmpty()) {
                edits.put(one.track().id(), edit);
            }
        }
        return edits;
    }

    private TagEdit edit(Tagged one) {
        TagEdit edit = changesPicture(one) ? picture : TagEdit.NONE;
        for (TagField field : TagField.values()) {
            if (changes(field, one)) {
                edit = edit.with(field.tag(), field.values(values.get(field)));
            }
        }
        return edit;
    }

    /** All changes, file by file. */
    List<Line> lines(TaggedTracks tracks) {
        List<Line> lines = new ArrayList<>();
        for (Tagged one : tracks.tracks()) {
            String name = one.track().title();
            for (TagField field : TagField.values()) {
                if (changes(field, one)) {
                    String before = field.of(one.tags());
                    lines.add(new Line(name, field.title(), before, values.get(field)));
                }
            }
            if (changesPicture(one)) {
                lines.add(
                        new Line(
                                name,
                                Texts.text("tags.artwork"),
                                picture(one.embedded()),
                                picture(picture.picture().isPresent())));
            }
        }
        return lines;
    }

    private static String picture(boolean there) {
        return there ? Texts.text("tags.artwork.some") : "";
    }

    private boolean changes(TagField field, Tagged one) {
        return values.containsKey(field) && !values.get(field).equals(field.of(one.tags()));
    }

    /** There is nothing to remove where there is none. */
    private boolean changesPicture(Tagged one) {
        return picture.changesPicture() && (one.embedded() || picture.picture().isPresent());
    }
}
