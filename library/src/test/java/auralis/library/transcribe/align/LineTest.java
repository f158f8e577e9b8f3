package auralis.library.transcribe.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
    @Test
    void linesAreWhatIsNotEmpty() {
        List<Line> lines = of("  Hello there,  you \r\n\n\n(ooh) - yes\n");

        assertThat(lines)
                .containsExactly(
                        new Line("Hello there,  you", List.of("Hello", "there,", "you")),
                        new Line("(ooh) - yes", List.of("(ooh) -", "yes")));
    }

    @Test
    void headersAreNotSaid() {
        List<Line> lines = of("[Chorus]\nVerse 2:\n{Bridge}\n♪ piano ♪\n* * *\nA chorus: of birds");

        assertThat(lines.stream().filter(Line::isAnnotation)).hasSize(5);
        assertThat(lines.get(5).words()).containsExactly("A", "chorus:", "of", "birds");
    }

    @Test
    void timesOfALyricsFileAreNotPartOfTheText() {
        assertThat(of("[00:12.34] one two\n[00:15.00][01:15.00]three"))
                .extracting(Line::text)
                .containsExactly("one two", "three");
    }

    @Test
    void proseIsCutAtSentences() {
        String sentence = "This sentence is said by somebody who does not care for lines. ";
        List<Line> lines = of(sentence.repeat(5));

        assertThat(lines).hasSize(5).extracting(Line::text).containsOnly(sentence.strip());
    }

    @Test
    void aTextWithoutSentencesIsCutTooAndLosesNothing() {
        List<Line> lines = of("word ".repeat(1_000));

        assertThat(lines).hasSizeGreaterThan(30);
        assertThat(lines.stream().mapToInt(line -> line.words().size()).sum()).isEqualTo(1_000);
    }

    @Test
    void scriptsWithoutSpacesHaveWords() {
        List<Line> lines = Line.of("我喜欢音乐。", Locale.CHINESE);

        assertThat(lines.get(0).words()).hasSizeGreaterThan(1);
        assertThat(String.join("", lines.get(0).words())).isEqualTo("我喜欢音乐。");
    }

    @ParameterizedTest
    @CsvSource({
        "banana, 3",
        "Straße, 2",
        "café, 2",
        "rhythm, 1",
        "молоко, 3",
        "καλημέρα, 4",
        "音楽, 2",
        "2024, 6.4",
        "—, 0",
        "two words, 2"
    })
    void syllablesAreCounted(String text, double syllables) {
        assertThat(Syllables.of(text)).isCloseTo(syllables, within(1e-9));
    }

    private static List<Line> of(String text) {
        return Line.of(text, Locale.ENGLISH);
    }
}
