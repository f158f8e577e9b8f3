package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.spectrum.Bands;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TonePlanTest {
    private static final MasteringSettings.Tone TONE = MasteringSettings.ADAPTIVE.tone();

    /**
     * Means of third octaves of 57 pieces of free game music of many styles (the music of
     * SuperTuxKart 1.4 and Hedgewars 1.0.2), from 63 Hz to 16 kHz, relative to that at 1 kHz.
     */
    private static final double[] STYLE_SET_DB = {
        3.0, 5.0, 5.9, 4.7, 4.4, 4.8, 3.5, 3.5, 2.8, 2.4, 2.4, 1.8, 0.0, -0.1, -1.5, -2.9, -4.6,
        -6.6, -7.7, -9.2, -10.7, -12.0, -13.5, -15.1, -19.0
    };

    @Test
    void theTargetFitsRealMusic() {
        double squares = 0;
        for (int i = 0; i < STYLE_SET_DB.length; i++) {
            double hz = Bands.THIRD_OCTAVE.centreHz(4 + i);
            double offDb = TonePlan.thirdOctaveDb(hz) - STYLE_SET_DB[i];
            assertThat(offDb).as("%.0f Hz", hz).isCloseTo(0, within(3.0));
            squares += offDb * offDb;
        }
        assertThat(Math.sqrt(squares / STYLE_SET_DB.length)).isLessThan(1.0);
    }

    @Test
    void theTargetIsLeftAsItIs() {
        assertThat(TonePlan.gainsDb(target(), TONE, 1)).containsOnly(0.0);
    }

    @Test
    void whatLiesInsideTheSpreadOfGoodRecordsIsLeftAsItIs() {
        List<Double> music = target();
        Random random = new Random(3);
        music.replaceAll(db -> db + 3 * random.nextGaussian());
        assertThat(TonePlan.gainsDb(music, TONE, 1))
                .allSatisfy(db -> assertThat(db).isCloseTo(0, within(0.3)));
    }

    @Test
    void aDullTrackGetsTrebleAndABoomyOneLosesBass() {
        List<Double> gains = TonePlan.gainsDb(tilted(-1.5), TONE, 1);
        assertThat(gains.get(22)).isBetween(1.0, 4.0);
        assertThat(gains.get(1)).isNegative();
        assertThat(gains.get(9)).isCloseTo(0, within(0.5));
    }

    @Test
    void theAmountScalesTheCorrection() {
        MasteringSettings.Tone half = new MasteringSettings.Tone(true, 0.5, 0, 0, 0);
        List<Double> full = TonePlan.gainsDb(tilted(-1.5), TONE, 1);
        List<Double> gains = TonePlan.gainsDb(tilted(-1.5), half, 1);
        for (int band = 0; band < full.size(); band++) {
            assertThat(gains.get(band)).isCloseTo(full.get(band) / 2, within(1e-9));
        }
    }

    @Test
    void aBandThatItsNeighboursMaskIsNotBoosted() {
        List<Double> music = tilted(-1.5);
        assertThat(TonePlan.gainsDb(music, TONE, 1).get(18)).isGreaterThan(1);
        music.set(18, music.get(18) - 25);
        assertThat(Masking.audibility(music)[18]).isZero();
        assertThat(TonePlan.gainsDb(music, TONE, 1).get(18)).isCloseTo(0, within(1e-9));
    }

    @Test
    void maskingReachesFurtherUpThanDown() {
        List<Double> tone = new ArrayList<>();
        IntStream.range(0, 25).forEach(band -> tone.add(band == 10 ? 0.0 : -200));
        // Schroeder's function at -2, 1 and 4 Bark, less the offset of 6 dB.
        assertThat(Masking.thresholdDb(tone, 8)).isCloseTo(-33.4, within(0.2));
        assertThat(Masking.thresholdDb(tone, 11)).isCloseTo(-10.3, within(0.2));
        assertThat(Masking.thresholdDb(tone, 14)).isCloseTo(-36.9, within(0.2));
    }

    @Test
    void anEmptyTopIsNotBoosted() {
        List<Double> lossy = tilted(-1.5);
        for (int band = 22; band < 25; band++) {
            lossy.set(band, -200.0);
        }
        List<Double> gains = TonePlan.gainsDb(lossy, TONE, 1);
        assertThat(gains.subList(22, 25)).allSatisfy(db -> assertThat(db).isLessThan(0.01));
    }

    @Test
    void aHundredthOfADecibelNeverMovesAGainByATenth() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            List<Double> music = tilted(1.5 * random.nextGaussian());
            music.replaceAll(db -> db + 5 * random.nextGaussian());
            int moved = random.nextInt(25);
            List<Double> last = TonePlan.gainsDb(music, TONE, 1);
            for (int step = 0; step < 500; step++) {
                music.set(moved, music.get(moved) - 0.01);
                List<Double> next = TonePlan.gainsDb(music, TONE, 1);
                for (int band = 0; band < 25; band++) {
                    assertThat(next.get(band)).isCloseTo(last.get(band), within(0.01));
                }
                last = next;
            }
        }
    }

    private static List<Double> target() {
        return tilted(0);
    }

    /** The target with so many dB per octave more. */
    private static List<Double> tilted(double dbPerOctave) {
        List<Double> bands = new ArrayList<>();
        for (int band = 0; band < Bands.BARK.count(); band++) {
            double octaves = Math.log(Bands.BARK.centreHz(band) / 1000) / Math.log(2);
            bands.add(TonePlan.targetDb(band) - 20 + 2 * dbPerOctave * octaves);
        }
        return bands;
    }
}
