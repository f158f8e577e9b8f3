package auralis.app.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindScoreTest {
    /** By counting the 2^n ways to guess. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "0, 10, 1",
        "5, 10, 0.623046875",
        "8, 10, 0.0546875",
        "9, 10, 0.0107421875",
        "10, 10, 0.0009765625",
        "1, 1, 0.5",
        "2, 3, 0.5",
        "3, 3, 0.125"
    })
    void sayHowOftenGuessingDoesAsWell(int right, int answered, double chance) {
        assertThat(new BlindScore(right, answered).chance()).isCloseTo(chance, within(1e-12));
    }

    @Test
    void nineOfTenAreHeardAndEightAreNotEnough() {
        assertThat(new BlindScore(9, 10).isSignificant()).isTrue();
        assertThat(new BlindScore(8, 10).isSignificant()).isFalse();
        assertThat(new BlindScore(4, 4).isSignificant()).isFalse();
    }

    @Test
    void countsAnswers() {
        assertThat(BlindScore.NONE.plus(true).plus(false).plus(true))
                .isEqualTo(new BlindScore(2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlindScore(3, 2));
    }
}
