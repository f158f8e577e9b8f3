package auralis.library.transcribe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.speech.Span;
import auralis.library.transcript.Word;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProportionalWordsTest {
    private static final int RATE = SpeechFile.SAMPLE_RATE;

    @TempDir Path folder;

    @Test
    void wordsBeginWhereItIsQuietNearTheirShare() throws Exception {
        // By letters the second word begins at 3.8 s and the third at 4.6; it is quiet at 3.9 and
        // 4.5.
        List<Word> words = words(new Span(3, 5), List.of("abc", "def", "g"), 3.9, 4.52);

        assertThat(words).extracting(Word::text).containsExactly("abc", "def", "g");
        assertThat(words.get(0).start()).isEqualTo(3);
        assertThat(words.get(1).start()).isCloseTo(3.9, within(0.03));
        assertThat(words.get(2).start()).isCloseTo(4.52, within(0.03));
        assertThat(words.get(2).end()).isEqualTo(5);
        assertThat(words).allMatch(Word::estimated);
    }

    @Test
    void manyWordsInNoTimeStayInOrder() throws Exception {
        List<Word> words = words(new Span(3, 3.05), List.of("a", "b", "c", "d", "e", "f"), 3.02, 4);

        for (int i = 1; i < words.size(); i++) {
            assertThat(words.get(i).start()).isGreaterThanOrEqualTo(words.get(i - 1).end());
        }
        assertThat(words(new Span(3, 3), List.of("a", "b"), 1, 2)).hasSize(2);
        assertThat(words(new Span(3, 4), List.of(), 1, 2)).isEmpty();
    }

    private List<Word> words(Span span, List<String> words, double quiet, double alsoQuiet)
            throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(6 * RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 6 * RATE; i++) {
            double t = (double) i / RATE;
            boolean isQuiet = Math.abs(t - quiet) < 0.02 || Math.abs(t - alsoQuiet) < 0.02;
            bytes.putShort((short) ((isQuiet ? 30 : 9_000) * Math.sin(2 * Math.PI * 300 * t)));
        }
        Path file = Files.write(folder.resolve("heard.raw"), bytes.array());
        try (SpeechFile recording = new SpeechFile(file)) {
            return ProportionalWords.of(recording, span, words);
        }
    }
}
