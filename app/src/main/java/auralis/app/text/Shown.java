package auralis.app.text;

import java.util.function.Function;
import javafx.util.StringConverter;

/** How values read that one chooses from but does not type. */
public final class Shown<T> extends StringConverter<T> {
    private final Function<T, String> words;

    private Shown(Function<T, String> words) {
        this.words = words;
    }

    public static <T> Shown<T> as(Function<T, String> words) {
        return new Shown<>(words);
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("not edited as text");
    }
}
