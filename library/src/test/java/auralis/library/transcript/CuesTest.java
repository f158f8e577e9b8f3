package auralis.library.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CuesTest {
    private static List<Cue> cues(LineRules rules, Segment... segments) {
        Transcript transcript =
                new Transcript(
                        "x",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(segments),
                        List.of(),
                        List.of(),
                        1000,
                        0,
                        0);
        return Cues.of(transcript, rules);
    }

    private static List<Word> spoken(String text, double start, double each) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            double at = start + words.size() * each;
            words.add(new Word(at, at + each * 0.9, word, OptionalDouble.empty(), false));
        }
        return words;
    }

    @Test
    void aShortSegmentStaysWhole() {
        assertThat(cues(LineRules.USUAL, Segment.of(1, 2, "short", List.of())))
                .containsExactly(
                        new Cue(1, 2, "short", List.of("short"), List.of(), Optional.empty()));
    }

    @Test
    void linesAreOfEvenLength() {
        String text = "The quick brown fox jumps over the lazy dog again";
        assertThat(cues(LineRules.USUAL, Segment.of(0, 4, text, List.of())).get(0).lines())
                .containsExactly("The quick brown fox jumps", "over the lazy dog again");
    }

    @Test
    void aLongSegmentIsCutAtItsSentencesByTheTimesOfTheWords() {
        String text =
                "This is the first sentence of them all, here. And a second one follows that runs"
                        + " on for rather a long while until it ends.";
        List<Word> words = spoken(text, 10, 0.5);
        Segment segment = Segment.of(9.8, 25, text, words);

        List<Cue> cues = cues(LineRules.USUAL, segment);

        assertThat(cues.get(0).text()).endsWith("here.");
        assertThat(cues.get(0).start()).isEqualTo(9.8);
        assertThat(cues.get(0).end()).isEqualTo(words.get(8).end());
        assertThat(cues.get(1).start()).isEqualTo(words.get(9).start());
        assertThat(cues.get(cues.size() - 1).end()).isEqualTo(25);
        assertThat(cues.stream().flatMap(cue -> cue.words().stream())).isEqualTo(words);
    }

    @Test
    void withoutTimesOfWordsTheTextDividesTheTime() {
        String text = "12345678 ".repeat(19) + "12345678";
        List<Cue> cues = cues(new LineRules(17, 1), Segment.of(100, 110, text, List.of()));

        assertThat(cues).hasSize(10);
        assertThat(cues.get(5).start()).isEqualTo(105, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 42})
    void noCueIsTooLongOrOverlapsAndNothingIsLost(int width) {
        Random random = new Random(width);
        String letters = "abc, de. fgh ijkl! 你好世界。🎵é -?ש";
        for (int round = 0; round < 200; round++) {
            String text =
                    random.ints(random.nextInt(300), 0, letters.length())
                            .mapToObj(i -> letters.substring(i, i + 1))
                            .collect(Collectors.joining());
            String whole = Cues.flat(text.replaceAll("[\\ud800-\\udfff]", "🎵"));
            List<Word> words =
                    round % 2 == 0 || whole.isEmpty() ? List.of() : spoken(whole, 1, 0.1);

            List<Cue> cues = cues(new LineRules(width, 2), Segment.of(1, 90, whole, words));

            double before = 1;
            StringBuilder all = new StringBuilder();
            for (Cue cue : cues) {
                assertThat(cue.start()).isBetween(before, 90.0);
                assertThat(cue.end()).isBetween(cue.start(), 90.0);
                before = cue.end();
                assertThat(cue.lines()).hasSizeBetween(1, 2);
                for (String line : cue.lines()) {
                    assertThat(line.codePointCount(0, line.length())).isBetween(1, width);
                    assertThat(line).isEqualTo(line.strip());
                    all.append(line.replace(" ", ""));
                }
            }
            assertThat(all.toString()).isEqualTo(whole.replace(" ", ""));
        }
    }
}
