package auralis.library.export;

import auralis.dsp.separate.Stem;
import auralis.library.media.Tags;
import auralis.library.tag.TagEdit;
import java.nio.file.Path;
import java.util.Locale;

/** What a stem says of itself beside what it inherits. */
final class StemTags {
    private StemTags() {}

    /** Its title names the stem; loudness of the mix is none of its own. */
    static TagEdit of(Path source, Stem stem) {
        String title = Tags.read(source).fields().getOrDefault("title", "");
        String named = title.isEmpty() ? SourceFields.stem(source) : title;
        String word = stem.word();
        String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return TagEdit.NONE.with("TITLE", named + " (" + capital + ")");
    }
}
