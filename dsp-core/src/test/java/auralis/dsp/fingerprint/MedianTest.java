package auralis.dsp.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {
    private final Random random = new Random(1);

    @Test
    void ofFiveIsTheThirdOfTheSorted() {
        int[][] arrays = new int[5][1000];
        for (int[] array : arrays) {
            fill(array);
        }
        int[] out = new int[900];
        Median.ofFive(arrays, 100, out);
        for (int k = 0; k < out.length; k++) {
            int at = 100 + k;
            int[] five = Arrays.stream(arrays).mapToInt(array -> array[at]).sorted().toArray();
            assertThat(out[k]).isEqualTo(five[2]);
        }
    }

    @Test
    void ofNineIsTheFifthOfTheSorted() {
        int[] array = new int[1000];
        fill(array);
        int[] out = new int[1000 - 8 * 4];
        Median.ofNine(array, 4, out);
        for (int k = 0; k < out.length; k++) {
            int[] nine = new int[9];
            for (int i = 0; i < 9; i++) {
                nine[i] = array[k + 4 * i];
            }
            Arrays.sort(nine);
            assertThat(out[k]).isEqualTo(nine[4]);
        }
    }

    /** Few different values, so that equal ones are frequent. */
    private void fill(int[] array) {
        for (int i = 0; i < array.length; i++) {
            array[i] = random.nextInt(12);
        }
    }
}
