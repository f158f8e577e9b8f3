package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.master.LoudnessRestraint.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudnessRestraintTest {
    @ParameterizedTest
    @CsvSource({
        "-8.2, 8.5, COMPRESSED_LOUD, 0.45",
        "-11.99, 12.99, COMPRESSED_LOUD, 0.1",
        "-6, 2, COMPRESSED_LOUD, 1",
        "-11, 13, DYNAMIC_LOUD, 0",
        "-12, 8, QUIET, 0",
        "-30, 20, QUIET, 0",
    })
    void followsTheTable(double lufs, double crestDb, Region region, double factor) {
        LoudnessRestraint restraint = LoudnessRestraint.of(lufs, crestDb);
        assertThat(restraint.region()).isEqualTo(region);
        assertThat(restraint.expansionFactor()).isCloseTo(factor, within(1e-9));
    }

    @Test
    void saysItInTheSameWordsAlways() {
        assertThat(LoudnessRestraint.of(-8.2, 8.5).message())
                .isEqualTo(
                        "Compressed loud material (-8.2 LUFS, crest 8.5 dB):"
                                + " expansion 0.45 to restore dynamics");
    }

    @Test
    void farInsideARegionOnlyThatRegionCounts() {
        assertThat(LoudnessRestraint.of(-8, 9).compressedLoud()).isEqualTo(1);
        assertThat(LoudnessRestraint.of(-8, 18).dynamicLoud()).isEqualTo(1);
        assertThat(LoudnessRestraint.of(-20, 9).quiet()).isEqualTo(1);
    }

    @Test
    void aHundredthNeverSwitchesADecision() {
        for (double lufs = -14; lufs < -10; lufs += 0.01) {
            for (double crestDb = 11; crestDb < 15; crestDb += 0.5) {
                LoudnessRestraint a = LoudnessRestraint.of(lufs, crestDb);
                LoudnessRestraint b = LoudnessRestraint.of(lufs + 0.01, crestDb + 0.01);
                assertThat(b.quiet()).isCloseTo(a.quiet(), within(0.01));
                assertThat(b.compressedLoud()).isCloseTo(a.compressedLoud(), within(0.02));
                assertThat(b.effectiveExpansion(crestDb + 0.01))
                        .isCloseTo(a.effectiveExpansion(crestDb), within(0.01));
                assertThat(a.quiet() + a.compressedLoud() + a.dynamicLoud())
                        .isCloseTo(1, within(1e-12));
            }
        }
    }
}
