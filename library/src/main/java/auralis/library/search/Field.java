package auralis.library.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands before the colon of a search term. */
public sealed interface Field permits TextField, NumberField, YesNoField {
    /** All fields, in the order in which they are explained. */
    List<Field> ALL =
            Stream.of(TextField.values(), NumberField.values(), YesNoField.values())
                    .<Field>flatMap(Stream::of)
                    .toList();

    /** The name that the user types, in lower case. */
    String key();

    /** A term with this field. */
    String example();

    /** What the example finds, in a few words. */
    String meaning();

    /** Another spelling of the name, or the name itself. */
    default String alias() {
        return key();
    }

    /** The field with this name, in upper or lower case. */
    static Optional<Field> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(field -> field.key().equals(wanted) || field.alias().equals(wanted))
                .findFirst();
    }
}
