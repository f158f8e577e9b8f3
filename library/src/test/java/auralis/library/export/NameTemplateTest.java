package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTemplateTest {
    private static final Map<String, String> FIELDS =
            Map.of(
                    "artist", "Björk",
                    "title", "Jóga",
                    "album", "",
                    "albumartist", "",
                    "name", "01 joga",
                    "genre", "what/ever: \"x\"?");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "{name}, 01 joga",
                "{artist} - {title}, Björk - Jóga",
                "'{title}{ ([album])}', Jóga",
                "'{title}{ ([artist])}', Jóga (Björk)",
                "{albumartist|artist|Unknown artist}, Björk",
                "{album|albumartist|Unknown album}, Unknown album",
                "{album}, _",
                "{genre}, what_ever_ _x__",
                "a/{title}, a_Jóga",
                "{title}..., Jóga",
                ".{title}, _.Jóga",
            })
    void expands(String template, String name) {
        assertThat(new NameTemplate(template).expand(FIELDS)).isEqualTo(name);
    }

    @Test
    void longNamesAreCut() {
        assertThat(new NameTemplate("x".repeat(500)).expand(FIELDS)).hasSize(200);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NameTemplate(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NameTemplate("{bogus}"))
                .withMessageContaining("no field {bogus}");
    }
}
