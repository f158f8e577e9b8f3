package auralis.library.transcribe.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void piecesOfAWordAreOneWord() {
        assertThat(texts(" Hel", "lo", " wor", "ld")).containsExactly("Hello", "world");
    }

    @Test
    void punctuationBelongsToTheWordBeforeIt() {
        assertThat(texts(" Oui", " !", " Non", "…", " -", " si", ".", "\""))
                .containsExactly("Oui !", "Non… -", "si.\"");
        assertThat(texts(" He", " said", " \"", "yes", ",\"", " don", "'t"))
                .containsExactly("He", "said", "\"yes,\"", "don't");
        assertThat(texts(" ¿", "Qu", "é", "?", " (", "nada", ")"))
                .containsExactly("¿Qué?", "(nada)");
    }

    @Test
    void languagesWithoutSpacesHaveAWordForEachPiece() {
        assertThat(texts("今日は", "晴れ", "です", "。", "「", "はい", "」"))
                .containsExactly("今日は", "晴れ", "です。", "「はい」");
    }

    @Test
    void aCharacterMayLieInSeveralPieces() {
        byte[] note = " 🎵.".getBytes(StandardCharsets.UTF_8);
        List<Piece> pieces = new ArrayList<>();
        for (byte part : note) {
            pieces.add(new Piece(new byte[] {part}, 0, 1, OptionalDouble.of(0.5)));
        }
        assertThat(Words.of(pieces, 0, 1)).extracting(Word::text).containsExactly("🎵.");
        assertThat(Words.of(pieces.subList(0, 3), 0, 1)).isEmpty();
    }

    @Test
    void timesAndProbabilitiesAreThoseOfWhatIsSpoken() {
        List<Word> words =
                Words.of(
                        List.of(
                                piece(" Hel", 0.1, 0.3, 0.8),
                                piece("lo", 0.3, 0.5, 0.6),
                                piece(",", 0.5, 1.5, 0.1),
                                piece(" world", 1.4, 9, 1)),
                        0,
                        2);
        assertThat(words.get(0))
                .isEqualTo(new Word(0.1, 0.5, "Hello,", words.get(0).probability(), false));
        assertThat(words.get(0).probability().orElseThrow()).isEqualTo(0.7, within(1e-12));
        assertThat(words.get(1)).isEqualTo(new Word(1.4, 2, "world", OptionalDouble.of(1), false));
    }

    @Test
    void estimatesShareTheTimeByLettersAndEndWhereItIsQuiet() {
        // "a" has 2 of 8 shares and "three" 6: the boundary would be at 1.0 s, and 1.06 s is quiet.
        float[] samples = new float[4 * SpeechFile.SAMPLE_RATE];
        Arrays.fill(samples, 0.1f);
        int quiet = (int) SpeechFile.sampleAt(1.06);
        Arrays.fill(samples, quiet - 160, quiet + 160, 0);
        List<Word> words = EstimatedWords.of("a  three", 0, 4, samples);
        assertThat(words).extracting(Word::text).containsExactly("a", "three");
        assertThat(words).allMatch(Word::estimated);
        assertThat(words.get(0).end()).isEqualTo(1.06, within(0.0101));
        assertThat(words.get(1).start()).isEqualTo(words.get(0).end());
        assertThat(words.get(1).end()).isEqualTo(4);
        assertThat(EstimatedWords.of("a three", 0, 4, new float[0]).get(0).end())
                .isEqualTo(1, within(1e-9));
        assertThat(EstimatedWords.of("", 0, 4, samples)).isEmpty();
    }

    @Test
    void whatRepeatsItselfIsSuspicious() {
        assertThat(Suspicion.repeats("thank you ".repeat(12))).isTrue();
        assertThat(Suspicion.repeats("The quick brown fox jumps over the lazy dog.")).isFalse();
        assertThat(Suspicion.repeats("")).isFalse();
    }

    @Test
    void whatJavaReadsOfFourBytesIsMendedWhereItIsWhole() {
        assertThat(JniModel.mended("x \u00f0\u009f\u008e\u00b5.")).isEqualTo("x 🎵.");
        assertThat(JniModel.mended("x \u00f0\u009f")).isEqualTo("x ");
        assertThat(JniModel.mended("café Það")).isEqualTo("café Það");
    }

    private static List<String> texts(String... pieces) {
        return Words.of(Arrays.stream(pieces).map(Piece::of).toList(), 0, 0).stream()
                .map(Word::text)
                .toList();
    }

    private static Piece piece(String text, double start, double end, double probability) {
        return new Piece(
                text.getBytes(StandardCharsets.UTF_8), start, end, OptionalDouble.of(probability));
    }
}
