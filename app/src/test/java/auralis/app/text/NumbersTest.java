package auralis.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    @Test
    void levelsHaveOneDecimalAndATrueMinus() {
        assertThat(Numbers.tenth(-14)).isEqualTo("−14.0");
        assertThat(Numbers.tenth(-0.04)).isEqualTo("0.0");
        assertThat(Numbers.signedTenth(1.46)).isEqualTo("+1.5");
        assertThat(Numbers.signedTenth(0.01)).isEqualTo("0.0");
        assertThat(Numbers.signedTenth(-2)).isEqualTo("−2.0");
    }

    @Test
    void timesAreNeverAheadOfWhatIsHeard() {
        assertThat(Numbers.time(0)).isEqualTo("0:00");
        assertThat(Numbers.time(59.99)).isEqualTo("0:59");
        assertThat(Numbers.time(3723)).isEqualTo("1:02:03");
        assertThat(Numbers.length(3_600 * 1_200 + 1_260)).isEqualTo("1,200 h 21 min");
    }

    @Test
    void sentencesGetATrueMinusBeforeNumbersOnly() {
        assertThat(Numbers.withTrueMinus("-1.0 dB at 200-630 Hz (-9.3 LUFS), make-up gain"))
                .isEqualTo("−1.0 dB at 200-630 Hz (−9.3 LUFS), make-up gain");
    }
}
