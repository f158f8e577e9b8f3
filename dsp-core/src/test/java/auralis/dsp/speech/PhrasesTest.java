package auralis.dsp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PhrasesTest {
    private final Phrases phrases = Phrases.of(List.of(frames(3), frames(0), frames(5)));

    @Test
    void everyPhraseHasAPauseBeforeIt() {
        assertThat(phrases.positions()).isEqualTo(12);
        assertThat(IntStream.range(0, 12).filter(phrases::isPause)).containsExactly(0, 4, 5, 11);
        assertThat(IntStream.range(0, 12).map(phrases::phrase))
                .containsExactly(-1, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2);
        assertThat(phrases.frame(1)).isZero();
        assertThat(phrases.frame(8)).isEqualTo(2);
        assertThat(phrases.pause(2)).isEqualTo(5);
        assertThat(phrases.pause(3)).isEqualTo(11);
    }

    @Test
    void poolingNeverJoinsPhrases() {
        Phrases pooled = phrases.pooled(2);

        assertThat(pooled.positions()).isEqualTo(2 + 0 + 3 + 4);
        assertThat(IntStream.range(0, 12).map(i -> phrases.pooledPosition(i, pooled, 2)))
                .containsExactly(0, 1, 1, 2, 3, 4, 5, 5, 6, 6, 7, 8);
        assertThat(IntStream.range(0, 9).map(i -> phrases.firstOf(i, pooled, 2)))
                .containsExactly(0, 1, 3, 4, 5, 6, 8, 10, 11);
    }

    @Test
    void coefficientsAreNormalised() {
        Cepstra normalised = frames(50).normalised();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 50; i++) {
            sum += normalised.value(i, 4);
            squares += normalised.value(i, 4) * normalised.value(i, 4);
        }

        assertThat(sum / 50).isCloseTo(0, within(1e-5));
        assertThat(squares / 50).isCloseTo(1, within(1e-5));
    }

    @Test
    void poolingTakesMeans() {
        Cepstra pooled = frames(5).pooled(2);

        assertThat(pooled.frames()).isEqualTo(3);
        assertThat(pooled.value(0, 1)).isEqualTo((1 + 14) / 2f);
        assertThat(pooled.value(2, 1)).isEqualTo(53);
    }

    /** The value of coefficient c in frame i is 13 i + c. */
    private static Cepstra frames(int count) {
        float[] values = new float[count * Cepstra.COEFFICIENTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return new Cepstra(values);
    }
}
