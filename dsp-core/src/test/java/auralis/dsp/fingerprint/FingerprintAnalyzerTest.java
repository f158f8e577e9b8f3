package auralis.dsp.fingerprint;

import static auralis.dsp.fingerprint.Dimension.*;
import static auralis.dsp.fingerprint.Signals.clicks;
import static auralis.dsp.fingerprint.Signals.everySeconds;
import static auralis.dsp.fingerprint.Signals.fingerprint;
import static auralis.dsp.fingerprint.Signals.noise;
import static auralis.dsp.fingerprint.Signals.sampled;
import static auralis.dsp.fingerprint.Signals.sine;
import static auralis.dsp.fingerprint.Signals.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.meter.LoudnessMeter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The known answers of each dimension. */
class FingerprintAnalyzerTest {
    private static final int RATE = 44_100;

    @Test
    void theKeysAndTheirOrderAreTheStoredFormat() {
        assertThat(Arrays.stream(Dimension.values()).map(Dimension::key))
                .containsExactly(
                        "subBass",
                        "bass",
                        "lowMid",
                        "mid",
                        "upperMid",
                        "presence",
                        "air",
                        "lufs",
                        "crestDb",
                        "bassMidRatioDb",
                        "tempoBpm",
                        "rhythmStability",
                        "transientDensity",
                        "silenceRatio",
                        "spectralCentroidHz",
                        "spectralRolloffHz",
                        "spectralFlatness",
                        "harmonicRatio",
                        "pitchStability",
                        "chromaEnergy",
                        "dynamicRangeVariationDb",
                        "loudnessVariationLu",
                        "peakConsistency",
                        "stereoWidth",
                        "phaseCorrelation");
    }

    @Test
    void tone() {
        Fingerprint tone = fingerprint(RATE, sampled(RATE, 10, sine(1000, 0.5)));
        assertThat(value(tone, MID)).isGreaterThan(0.999);
        assertThat(value(tone, SPECTRAL_CENTROID_HZ)).isCloseTo(1000, within(1.0));
        assertThat(value(tone, SPECTRAL_ROLLOFF_HZ)).isCloseTo(1000, within(11.0));
        assertThat(value(tone, SPECTRAL_FLATNESS)).isLessThan(0.01);
        assertThat(value(tone, CREST_DB)).isCloseTo(3.01, within(0.01));
        assertThat(value(tone, PITCH_STABILITY)).isEqualTo(1);
        assertThat(value(tone, HARMONIC_RATIO)).isGreaterThan(0.99);
        assertThat(value(tone, DYNAMIC_RANGE_VARIATION_DB)).isLessThan(0.01);
        assertThat(value(tone, LOUDNESS_VARIATION_LU)).isLessThan(0.01);
        assertThat(value(tone, PEAK_CONSISTENCY)).isGreaterThan(0.999);
        assertThat(value(tone, SILENCE_RATIO)).isZero();
        assertThat(value(tone, RHYTHM_STABILITY)).isZero();
        assertThat(tone.get(TEMPO_BPM)).isEmpty();
    }

    @Test
    void whiteNoise() {
        int rate = 48_000;
        Fingerprint noise = fingerprint(rate, noise(rate, 10, 0.5, 1));
        double[] edges = {20, 60, 250, 500, 2000, 4000, 8000, 20_000};
        for (int i = 0; i < 7; i++) {
            double share = (edges[i + 1] - edges[i]) / (20_000 - 20);
            double found = value(noise, Dimension.values()[i]);
            assertThat(found).isCloseTo(share, within(0.1 * share + 0.0005));
        }
        assertThat(value(noise, SPECTRAL_CENTROID_HZ)).isCloseTo(10_010, within(50.0));
        assertThat(value(noise, SPECTRAL_ROLLOFF_HZ)).isCloseTo(17_003, within(50.0));
        assertThat(value(noise, SPECTRAL_FLATNESS)).isCloseTo(0.56, within(0.02));
        assertThat(value(noise, PITCH_STABILITY)).isLessThan(0.1);
        assertThat(value(noise, CHROMA_ENERGY)).isLessThan(0.1);
        assertThat(value(noise, HARMONIC_RATIO)).isCloseTo(0.5, within(0.02));
        assertThat(value(noise, DYNAMIC_RANGE_VARIATION_DB)).isLessThan(1);
        assertThat(value(noise, TRANSIENT_DENSITY)).isLessThan(0.02);
    }

    @Test
    void squareHasNoCrest() {
        float[][] square = TestSignals.square(StreamFormat.mono(RATE), 10 * RATE, 100, 0.5);
        assertThat(value(fingerprint(RATE, square), CREST_DB)).isCloseTo(0, within(0.001));
    }

    @Test
    void loudnessIsThatOfTheMeter() {
        float[][] piece = Signals.piece(RATE, 10);
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(StreamFormat.stereo(RATE), 10 * RATE);
        meter.process(AudioBlock.of(piece));
        assertThat(value(fingerprint(RATE, piece), LUFS))
                .isCloseTo(meter.integratedLufs().orElseThrow(), within(1e-9));
    }

    @Test
    void levelsByThemselvesAreTheSame() {
        float[][] piece = Signals.piece(RATE, 10);
        FingerprintAnalyzer analyzer = FingerprintAnalyzer.ofLevels();
        analyzer.prepare(StreamFormat.stereo(RATE), 10 * RATE);
        analyzer.process(AudioBlock.of(piece));
        Fingerprint all = fingerprint(RATE, piece);
        assertThat(analyzer.result().values())
                .containsKeys(LUFS, CREST_DB, STEREO_WIDTH)
                .doesNotContainKey(TEMPO_BPM)
                .allSatisfy(
                        (dimension, value) -> assertThat(value).isEqualTo(value(all, dimension)));
    }

    @Test
    void equalTonesInBassAndMidBalance() {
        Fingerprint both =
                fingerprint(RATE, sampled(RATE, 5, sum(sine(100, 0.3), sine(1000, 0.3))));
        assertThat(value(both, BASS_MID_RATIO_DB)).isCloseTo(0, within(0.01));
        Fingerprint bass = fingerprint(RATE, sampled(RATE, 5, sine(100, 0.3)));
        assertThat(value(bass, BASS_MID_RATIO_DB)).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(doubles = {70, 90, 124, 140, 174})
    void metronome(double bpm) {
        double beat = 60 / bpm;
        Fingerprint metronome = fingerprint(RATE, clicks(RATE, 20, everySeconds(beat, 20)));
        assertThat(value(metronome, TEMPO_BPM)).isCloseTo(bpm, within(0.2));
        assertThat(value(metronome, RHYTHM_STABILITY)).isGreaterThan(0.97);
        assertThat(value(metronome, TRANSIENT_DENSITY)).isCloseTo(0.1 / beat, within(0.006));
    }

    /** Three of the 16ths repeat nearly as well as the beat, but four times that is no bar. */
    @ParameterizedTest
    @ValueSource(doubles = {80, 90, 110, 124, 140, 160})
    void drumLoop(double bpm) {
        double beat = 60 / bpm;
        float[] loop = Signals.scaled(clicks(RATE, 40, everySeconds(beat / 4, 40)), 0.25);
        float[] kick = clicks(RATE, 40, everySeconds(2 * beat, 40));
        float[] all = clicks(RATE, 40, everySeconds(beat, 40));
        for (int n = 0; n < loop.length; n++) {
            loop[n] += 0.7f * all[n] + 0.3f * kick[n];
        }
        assertThat(value(fingerprint(RATE, loop), TEMPO_BPM)).isCloseTo(bpm, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 4, 6})
    void randomClicksHaveNoBeat(double perSecond) {
        double[] times = new Random(2).doubles((long) (60 * perSecond), 0, 60).sorted().toArray();
        Fingerprint random = fingerprint(RATE, clicks(RATE, 60, times));
        assertThat(value(random, RHYTHM_STABILITY)).isLessThan(0.6);
    }

    @Test
    void aBeatThatWaversIsLessStable() {
        double last = 1.001;
        for (double jitterSeconds : new double[] {0.001, 0.02, 0.05, 0.1}) {
            Random random = new Random(3);
            double[] times =
                    Arrays.stream(everySeconds(0.5, 30))
                            .map(t -> t + 0.2 + jitterSeconds * random.nextGaussian())
                            .toArray();
            double stability = value(fingerprint(RATE, clicks(RATE, 31, times)), RHYTHM_STABILITY);
            assertThat(stability).isLessThan(last);
            last = stability;
        }
    }

    @Test
    void fourClicksPerSecond() {
        Fingerprint clicks = fingerprint(RATE, clicks(RATE, 20, everySeconds(0.25, 20)));
        assertThat(value(clicks, TRANSIENT_DENSITY)).isCloseTo(0.4, within(0.01));
        assertThat(value(clicks, HARMONIC_RATIO)).isLessThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 8})
    void fastClicksArePercussiveToo(double perSecond) {
        float[] clicks = clicks(RATE, 20, everySeconds(1 / perSecond, 20));
        assertThat(value(fingerprint(RATE, clicks), HARMONIC_RATIO)).isLessThan(0.1);
    }

    @Test
    void sustainedChordIsHarmonic() {
        float[] chord = sampled(RATE, 5, sum(sine(220, 0.2), sine(277.18, 0.2), sine(329.63, 0.2)));
        assertThat(value(fingerprint(RATE, chord), HARMONIC_RATIO)).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {110, 440, 1760, 3520})
    void anAStandsOnOnePitchClass(double hz) {
        Fingerprint a = fingerprint(RATE, sampled(RATE, 5, sine(hz, 0.5)));
        assertThat(value(a, CHROMA_ENERGY)).isGreaterThan(0.9);
        assertThat(value(a, PITCH_STABILITY)).isEqualTo(1);
    }

    @Test
    void aPitchThatJumpsIsNotStable() {
        Random random = new Random(1);
        double[] hz = random.doubles(400, 100, 900).toArray();
        double[] phase = {0};
        float[] jumps =
                sampled(
                        RATE,
                        20,
                        t -> {
                            phase[0] += 2 * Math.PI * hz[(int) (20 * t)] / RATE;
                            return 0.5 * Math.sin(phase[0]);
                        });
        assertThat(value(fingerprint(RATE, jumps), PITCH_STABILITY)).isLessThan(0.3);
    }

    @Test
    void halfSilence() {
        float[] half = Signals.after(5 * RATE, sampled(RATE, 5, sine(1000, 0.5)));
        assertThat(value(fingerprint(RATE, half), SILENCE_RATIO)).isEqualTo(0.5);
        // 41 dB down is as good as silent, 39 dB is not.
        for (double levelDb : new double[] {-41, -39}) {
            double gain = Math.pow(10, levelDb / 20);
            float[] quiet =
                    sampled(RATE, 10, t -> (t < 5 ? 1 : gain) * Math.sin(2 * Math.PI * 1000 * t));
            assertThat(value(fingerprint(RATE, quiet), SILENCE_RATIO))
                    .isEqualTo(levelDb < -40 ? 0.5 : 0);
        }
    }

    @Test
    void variationOfTwoLevels() {
        float[] levels =
                sampled(RATE, 120, t -> (t < 60 ? 0.5 : 0.25) * Math.sin(2 * Math.PI * 1000 * t));
        Fingerprint two = fingerprint(RATE, levels);
        // Half of the windows are 3.01 dB over the middle, half as much under it.
        assertThat(value(two, LOUDNESS_VARIATION_LU)).isCloseTo(3.01, within(0.06));
        // Peaks of 0.5 and 0.25: mean 0.375, deviation 0.125.
        assertThat(value(two, PEAK_CONSISTENCY)).isCloseTo(0.75, within(0.01));
    }

    @Test
    void widthAndCorrelation() {
        float[] left = noise(RATE, 10, 0.5, 1);
        float[] right = noise(RATE, 10, 0.5, 2);
        float[] silent = new float[left.length];
        Fingerprint mono = fingerprint(RATE, left, left);
        assertThat(value(mono, STEREO_WIDTH)).isZero();
        assertThat(value(mono, PHASE_CORRELATION)).isCloseTo(1, within(1e-9));
        Fingerprint opposite = fingerprint(RATE, left, Signals.scaled(left, -1));
        assertThat(value(opposite, STEREO_WIDTH)).isEqualTo(1);
        assertThat(value(opposite, PHASE_CORRELATION)).isCloseTo(-1, within(1e-9));
        Fingerprint oneSide = fingerprint(RATE, left, silent);
        assertThat(value(oneSide, STEREO_WIDTH)).isCloseTo(0.5, within(1e-9));
        assertThat(oneSide.get(PHASE_CORRELATION)).isEmpty();
        Fingerprint independent = fingerprint(RATE, left, right);
        assertThat(value(independent, PHASE_CORRELATION)).isCloseTo(0, within(0.01));
    }

    @Test
    void oppositePhaseDoesNotVanish() {
        float[] left = Signals.piece(RATE, 10)[0];
        Fingerprint mono = fingerprint(RATE, left, left);
        Fingerprint opposite = fingerprint(RATE, left, Signals.scaled(left, -1));
        for (Dimension dimension : Dimension.values()) {
            if (dimension != STEREO_WIDTH && dimension != PHASE_CORRELATION) {
                assertThat(opposite.get(dimension)).isEqualTo(mono.get(dimension));
            }
        }
    }

    private static double value(Fingerprint fingerprint, Dimension dimension) {
        return fingerprint.get(dimension).orElseThrow();
    }
}
