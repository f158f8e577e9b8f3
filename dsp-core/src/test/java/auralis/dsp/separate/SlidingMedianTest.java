package auralis.dsp.separate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingMedianTest {

    @ParameterizedTest
    @CsvSource({"17, 200", "7, 3", "1, 5", "17, 1", "5, 5"})
    void equalsTheSortedMiddle(int length, int count) {
        Random random = new Random(7);
        float[] in = new float[count + 4];
        for (int i = 0; i < in.length; i++) {
            // Few values, so that many are equal.
            in[i] = random.nextInt(9);
        }
        float[] out = new float[count];
        new SlidingMedian(length).apply(in, count, out);
        for (int i = 0; i < count; i++) {
            float[] window = new float[length];
            for (int n = 0; n < length; n++) {
                int at = i + n - length / 2;
                while (at < 0 || at >= count) {
                    at = at < 0 ? -1 - at : 2 * count - 1 - at;
                }
                window[n] = in[at];
            }
            Arrays.sort(window);
            assertThat(out[i]).isEqualTo(window[length / 2]);
        }
    }

    @Test
    void anEvenWindowHasNoMiddle() {
        assertThatThrownBy(() -> new SlidingMedian(4)).isInstanceOf(IllegalArgumentException.class);
    }
}
