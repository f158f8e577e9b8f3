package auralis.library.separate.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 750, 0, 0, 5000",
        "1000, 750, -333, 0, 5001",
        "1000, 100, -99, 0, 3210",
        "1000, 1000, 0, 0, 2500",
        "1000, 750, 0, 0, 1",
        "1000, 700, -150, 150, 5000",
        "1000, 300, -400, 150, 4999",
        "1000, 700, -150, 150, 1"
    })
    void sharesAddUpToOneEverywhere(int length, int stride, long first, int margin, int frames) {
        Grid grid = new Grid(length, stride, first, margin, frames);
        double[] sum = new double[frames];
        for (long n = 0; grid.has(n); n++) {
            double[] shares = grid.shares(n);
            for (int i = 0; i < length; i++) {
                long frame = grid.start(n) + i;
                if (frame >= 0 && frame < frames) {
                    sum[(int) frame] += shares[i];
                }
            }
        }
        for (double share : sum) {
            assertThat(share).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void segmentsOfDemucsStartInsideTheTrack() {
        Grid grid = new Grid(1000, 750, 0, 0, 1501);
        assertThat(grid.count()).isEqualTo(3);
        assertThat(grid.window(0)).isEqualTo(0);
        // 751 frames are left: 249 are missing, 124 of which are taken from before.
        assertThat(grid.window(1)).isEqualTo(750 - 124);
        // One frame is left.
        assertThat(grid.window(2)).isEqualTo(1500 - 499);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 700, 701, 5000})
    void mdxHasAMarginAtBothEndsOfTheTrack(int frames) {
        Grid grid = new Grid(1000, 700, -150, 150, frames);
        long last = grid.count() - 1;
        assertThat(grid.start(0)).isEqualTo(-150);
        assertThat(grid.start(last) + 1000).isGreaterThanOrEqualTo(frames + 150);
        assertThat(last == 0 || grid.start(last - 1) + 1000 < frames + 150).isTrue();
    }

    @Test
    void nothingOfNothing() {
        assertThat(new Grid(1000, 750, 0, 0, 0).count()).isZero();
    }
}
