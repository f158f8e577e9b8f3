package auralis.library.tag;

import java.util.Optional;
import org.jaudiotagger.tag.reference.GenreTypes;

/** The numbered genres of ID3v1 and what Winamp added to them. */
final class Genres {
    private Genres() {}

    /** The name of a number in digits; empty when the text is none. */
    static Optional<String> named(String number) {
        return number.matches("\\d{1,3}") ? named(Integer.parseInt(number)) : Optional.empty();
    }

    static Optional<String> named(int number) {
        return Optional.ofNullable(GenreTypes.getInstanceOf().getValueForId(number));
    }

    /** The number of a name, 255 when it has none. */
    static int number(String name) {
        Integer number = GenreTypes.getInstanceOf().getIdForName(name);
        return number == null ? 255 : number;
    }
}
