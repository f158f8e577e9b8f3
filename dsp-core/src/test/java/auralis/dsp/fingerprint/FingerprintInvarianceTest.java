package auralis.dsp.fingerprint;

import static auralis.dsp.fingerprint.Signals.fingerprint;
import static auralis.dsp.fingerprint.Signals.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change a fingerprint, and how it behaves where there is nothing to measure. */
class FingerprintInvarianceTest {
    private static final int RATE = 44_100;
    private static final int SECONDS = 12;
    private static final float[][] PIECE = piece(RATE, SECONDS);
    private static final Fingerprint FINGERPRINT = fingerprint(RATE, PIECE);

    @Test
    void thePieceHasAllDimensions() {
        assertThat(FINGERPRINT.values()).hasSize(25);
        assertThat(FINGERPRINT.get(Dimension.TEMPO_BPM).orElseThrow()).isCloseTo(120, within(0.5));
    }

    @Test
    void gainChangesLoudnessOnly() {
        Fingerprint quiet =
                fingerprint(RATE, Signals.scaled(PIECE[0], 0.1), Signals.scaled(PIECE[1], 0.1));
        assertAlike(quiet, 0.001, Set.of(Dimension.LUFS));
        assertThat(difference(quiet, Dimension.LUFS)).isCloseTo(-20, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(ints = {5 * RATE, RATE / 3})
    void leadingSilenceChangesTheSilenceOnly(int frames) {
        Fingerprint later =
                fingerprint(RATE, Signals.after(frames, PIECE[0]), Signals.after(frames, PIECE[1]));
        assertAlike(later, 0.01, Set.of(Dimension.SILENCE_RATIO));
        assertThat(later.get(Dimension.SILENCE_RATIO).orElseThrow())
                .isCloseTo(frames / (double) (frames + PIECE[0].length), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {48_000, 96_000})
    void theRateChangesNothing(int sampleRate) {
        assertAlike(fingerprint(sampleRate, piece(sampleRate, SECONDS)), 0.03, Set.of());
    }

    @Test
    void sixteenBitsAreEnough() {
        float[][] coarse = new float[2][];
        for (int c = 0; c < 2; c++) {
            coarse[c] = PIECE[c].clone();
            for (int i = 0; i < coarse[c].length; i++) {
                coarse[c][i] = Math.round(coarse[c][i] * 32_768) / 32_768f;
            }
        }
        assertAlike(fingerprint(RATE, coarse), 0.01, Set.of());
    }

    @Test
    void monoIsDualMono() {
        Fingerprint mono = fingerprint(RATE, new float[][] {PIECE[0]});
        Fingerprint dual = fingerprint(RATE, PIECE[0], PIECE[0]);
        for (Dimension dimension : Dimension.values()) {
            double louder = dimension == Dimension.LUFS ? 10 * Math.log10(2) : 0;
            assertThat(dual.get(dimension).orElseThrow())
                    .as(dimension.key())
                    .isCloseTo(
                            mono.get(dimension).orElseThrow() + louder,
                            within(1e-5 * (dimension.max() - dimension.min())));
        }
    }

    @Test
    void swappedChannelsAreAlike() {
        assertAlike(fingerprint(RATE, PIECE[1], PIECE[0]), 1e-5, Set.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {61, SECONDS * RATE})
    void theBlocksChangeNothing(int blockFrames) {
        assertThat(fingerprint(RATE, blockFrames, PIECE)).isEqualTo(FINGERPRINT);
    }

    @Test
    void resetForgets() {
        FingerprintAnalyzer analyzer = new FingerprintAnalyzer();
        analyzer.prepare(StreamFormat.stereo(RATE), PIECE[0].length);
        analyzer.process(AudioBlock.of(PIECE[1], PIECE[1]));
        analyzer.reset();
        analyzer.process(AudioBlock.of(PIECE));
        assertThat(analyzer.result()).isEqualTo(FINGERPRINT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void everyNumberOfChannels(int channels) {
        float[][] planes = new float[channels][];
        Arrays.setAll(planes, c -> Arrays.copyOf(PIECE[c % 2], 4 * RATE));
        assertThat(fingerprint(RATE, planes).values()).hasSizeGreaterThan(22);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 8000, 22_050, 32_000, 768_000})
    void everyRate(int sampleRate) {
        assertThat(fingerprint(sampleRate, piece(sampleRate, 3.5)).values()).hasSizeGreaterThan(22);
    }

    @Test
    void silenceHasNoValueButItsSilence() {
        Fingerprint silence = fingerprint(RATE, new float[2][3 * RATE]);
        assertThat(silence.values()).containsExactly(Map.entry(Dimension.SILENCE_RATIO, 1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5000, 20_000, 100_000})
    void shortSoundsHaveNumbersOrNothing(int frames) {
        // A Fingerprint refuses NaN and what is out of range.
        float[][] start = {Arrays.copyOf(PIECE[0], frames), Arrays.copyOf(PIECE[1], frames)};
        assertThat(fingerprint(RATE, start).values().keySet())
                .isSubsetOf(EnumSet.allOf(Dimension.class));
    }

    @Test
    void extremesHaveNumbersOrNothing() {
        for (double value : new double[] {1e-40, 1e-20, 1, 1000}) {
            float[] constant = new float[2 * RATE];
            Arrays.fill(constant, (float) value);
            float[] alternating = constant.clone();
            for (int i = 0; i < alternating.length; i += 2) {
                alternating[i] = -alternating[i];
            }
            assertThat(fingerprint(RATE, constant, alternating).values()).isNotEmpty();
        }
    }

    /**
     * All other dimensions agree within a part of their value, or of a thousandth of their range.
     */
    private static void assertAlike(Fingerprint other, double part, Set<Dimension> except) {
        for (Dimension dimension : EnumSet.allOf(Dimension.class)) {
            if (!except.contains(dimension)) {
                double expected = FINGERPRINT.get(dimension).orElseThrow();
                double small = 0.001 * Math.min(100, dimension.max() - dimension.min());
                assertThat(other.get(dimension).orElseThrow())
                        .as(dimension.key())
                        .isCloseTo(expected, within(Math.max(small, part * Math.abs(expected))));
            }
        }
    }

    private static double difference(Fingerprint other, Dimension dimension) {
        return other.get(dimension).orElseThrow() - FINGERPRINT.get(dimension).orElseThrow();
    }
}
