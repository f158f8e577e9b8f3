package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "a/{title}, a/Jóga",
                "{album}/{artist}/{title}, Björk/Jóga",
                "{genre|a/b}/{album}, what_ever_ _x__/_",
                "{album} - {title}, Jóga",
                "{title} - {album}, Jóga",
                "{artist} - {album} - {title}, Björk - Jóga",
                "{n:00}. {album} - {title} ({year}), 07. Jóga",
                "{album} - {year}, _",
                "{title}_{album}_mastered, Jóga_mastered",
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
    void whatAValueBeginsOrEndsWithIsNoSeparator() {
        Map<String, String> fields = Map.of("title", "-273 -", "name", "x");
        assertThat(new NameTemplate("{artist} - {title} - {name}").expand(fields))
                .isEqualTo("-273 - - x");
    }

    @ParameterizedTest
    @CsvSource({"CON, _CON", "nul.mix, _nul.mix", "Com1, _Com1", "console, console", "lpt, lpt"})
    void devicesOfWindowsAreNoNames(String title, String name) {
        assertThat(new NameTemplate("{title}").expand(Map.of("title", title))).isEqualTo(name);
    }

    @Test
    void aValueIsNeverAFolder() {
        Map<String, String> fields = Map.of("artist", "AC/DC", "title", "..");
        assertThat(new NameTemplate("{artist}/{title}").expand(fields)).isEqualTo("AC_DC/_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{title",
                "title}",
                "{title}}",
                "{{title}",
                "{title}{ ([artist)}",
                "a//b",
                "/a",
                "a/",
                "../{title}",
                "a\\{title}"
            })
    void whatIsHalfWrittenIsRefused(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NameTemplate(template));
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
