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
                    "genre", "what/ever: \"x\"?",
                    "lufs", "-14",
                    "date", "2026-11-21",
                    "n", "7");

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
                "{n} {name}, 7 01 joga",
                "{n:000}_{n:0}, 007_7",
                "{date} {lufs} LUFS, 2026-11-21 -14 LUFS",
                "{album|n:00}, 07",
            })
    void expands(String template, String name) {
        assertThat(new NameTemplate(template).expand(FIELDS)).isEqualTo(name);
    }

    @Test
    void longNamesAreCut() {
        assertThat(new NameTemplate("x".repeat(500)).expand(FIELDS)).hasSize(200);
    }

    @Test
    void namesAreCutByTheirBytesAndNeverWithinALetter() {
        String name = new NameTemplate("音".repeat(300) + "😀").expand(FIELDS);
        assertThat(name).isEqualTo("音".repeat(66));
        assertThat(new NameTemplate("xx" + "😀".repeat(90)).expand(FIELDS))
                .isEqualTo("xx" + "😀".repeat(49));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NameTemplate(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NameTemplate("{bogus}"))
                .withMessageContaining("no field {bogus}");
        assertThatIllegalArgumentException().isThrownBy(() -> new NameTemplate("{n:abc}"));
    }
}
