package auralis.library.tag;

import java.util.List;
import java.util.Optional;

/** A format without pictures. */
abstract class TextStyle implements TagStyle {
    @Override
    public Optional<Picture> picture(TagItem item) {
        return Optional.empty();
    }

    @Override
    public List<TagItem> items(Picture picture) {
        return List.of();
    }
}
