package auralis.dsp.separate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianNetworkTest {
    private final Random random = new Random(7);

    /** Few values, so that many are equal. */
    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(9) / 4f;
        }
        return values;
    }

    private static float median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Test
    void everyCountOfRowsGivesTheMiddleOfTheSorted() {
        for (int count = 1; count <= 40; count++) {
            float[][] rows = new float[count][];
            Arrays.setAll(rows, i -> values(300));
            float[] medians = new float[300];
            MedianNetwork.of(count).ofRows(rows, IntStream.range(0, count).toArray(), medians);
            for (int column = 0; column < 300; column++) {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = rows[i][column];
                }
                assertThat(medians[column]).as(count + " rows").isEqualTo(median(values));
            }
        }
    }

    @Test
    void onlyTheChosenRowsCount() {
        float[][] rows = {{9}, {1}, {5}, {2}};
        float[] medians = new float[1];
        MedianNetwork.of(3).ofRows(rows, new int[] {1, 3, 0}, medians);
        assertThat(medians[0]).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"17, 2049", "7, 3", "1, 5", "17, 1", "5, 5"})
    void slidesWithMirroredEnds(int length, int count) {
        float[] in = values(count);
        float[] out = new float[count];
        MedianNetwork.of(length).sliding(in, out);
        for (int i = 0; i < count; i++) {
            float[] window = new float[length];
            for (int n = 0; n < length; n++) {
                int at = i + n - length / 2;
                while (at < 0 || at >= count) {
                    at = at < 0 ? -1 - at : 2 * count - 1 - at;
                }
                window[n] = in[at];
            }
            assertThat(out[i]).isEqualTo(median(window));
        }
    }
}
