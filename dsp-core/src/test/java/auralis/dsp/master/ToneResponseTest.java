package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.spectrum.Bands;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawn response is the one that is heard. */
class ToneResponseTest {
    private static final int BANDS = Bands.BARK.count();

    @ParameterizedTest
    @CsvSource({
        "44100, 20",
        "44100, 35",
        "44100, 63",
        "44100, 250",
        "44100, 1000",
        "44100, 4700",
        "44100, 16000",
        "48000, 90",
        "96000, 35",
        "96000, 9000"
    })
    void isWhatTheChainDoesToASine(int sampleRate, double hz) {
        MasteringPlan plan = plan(uneven(), 0);
        StreamFormat format = StreamFormat.mono(sampleRate);
        float[][] sine = TestSignals.sine(format, 3 * sampleRate, hz, 0.1);
        float[][] heard = TestSignals.copy(sine);
        MasteringChain chain = MasteringChain.beforeLevel(plan, EffectCatalogue.BUILT_IN);
        chain.prepare(format, 3 * sampleRate);
        chain.process(AudioBlock.of(heard));
        double measuredDb = lastSecondDb(heard[0], sampleRate) - lastSecondDb(sine[0], sampleRate);
        assertThat(new ToneResponse(plan.tone(), sampleRate).gainDb(hz))
                .isCloseTo(measuredDb, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"20", "1000", "20000"})
    void aNeutralToneIsAFlatLine(double hz) {
        assertThat(new ToneResponse(flat(0), 44_100).gainDb(hz)).isZero();
    }

    private static double lastSecondDb(float[] samples, int sampleRate) {
        double sum = 0;
        for (int i = samples.length - sampleRate; i < samples.length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Decibels.ofPower(sum);
    }

    private static MasteringPlan.Tone uneven() {
        List<Double> bands = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            bands.add(4 * Math.sin(i * 0.7));
        }
        List<Double> match = new ArrayList<>(flat(0).matchDb());
        match.set(20, -2.5);
        return new MasteringPlan.Tone(22, bands, match);
    }

    static MasteringPlan.Tone flat(double highPassHz) {
        return new MasteringPlan.Tone(
                highPassHz,
                Collections.nCopies(BANDS, 0.0),
                Collections.nCopies(Bands.THIRD_OCTAVE.count(), 0.0));
    }

    static MasteringPlan plan(MasteringPlan.Tone tone, double gainDb) {
        return new MasteringPlan(
                true,
                LoudnessRestraint.of(-18, 14),
                tone,
                MasteringPlan.Dynamics.NEUTRAL,
                MasteringPlan.Effects.NONE,
                new MasteringPlan.Width(1, 1),
                gainDb,
                -1,
                OptionalDouble.of(-3),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                Optional.empty());
    }
}
