package auralis.dsp.separate;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.spectrum.Fft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                8_000, 11_025, 16_000, 22_050, 32_000, 37_800, 44_100, 48_000, 50_000, 88_200,
                96_000, 192_000, 384_000
            })
    void framesTakeNearlyTheSameTimeAtAllRates(int rate) {
        Grid grid = Grid.of(rate);
        assertThat(grid.size() / (double) rate * 44_100 / 6_144).isBetween(0.81, 1.23);
        assertThat(grid.size() % 4).isZero();
        assertThat(Fft.ofSize(grid.size()).size()).isEqualTo(grid.size());
    }
}
