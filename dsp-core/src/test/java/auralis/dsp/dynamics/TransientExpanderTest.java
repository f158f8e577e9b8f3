package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.SpectralLine;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.meter.Punch;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.LongTermSpectrum;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransientExpanderTest extends ProcessorContract {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int SECONDS = 12;

    @Override
    protected AudioProcessor processor() {
        return new TransientExpander(0.7);
    }

    @Override
    protected AudioProcessor neutral() {
        return new TransientExpander(0);
    }

    @ParameterizedTest
    @CsvSource({"0.24, 0.4, 0.5", "0.45, 0.8, 0.8", "1, 1.2, 1.2"})
    void crushedMusicGetsItsPunchBackAndKeepsToneAndRange(
            double strength, double leastDb, double mostToneDb) {
        float[][] crushed = crushedMusic();
        float[][] out = expanded(strength, crushed);
        double gained = measure(new Punch(), out) - measure(new Punch(), crushed);
        assertThat(gained).isBetween(leastDb, 3.0);
        Loudness before = new Measured<>(new LoudnessMeter()).of(crushed);
        Loudness after = new Measured<>(new LoudnessMeter()).of(out);
        assertThat(after.rangeLu().orElseThrow())
                .isCloseTo(before.rangeLu().orElseThrow(), within(1.0));
        assertThat(toneChangeDb(crushed, out)).isLessThan(mostToneDb);
    }

    @ParameterizedTest
    @CsvSource({"40", "50", "100", "1000", "10000"})
    void aSteadyToneComesOutAsItWas(double hz) {
        float[][] tone = TestSignals.sine(FORMAT, 6 * 44_100, hz, 0.5);
        float[][] out = expanded(1, tone);
        double restDb = SpectralLine.restDb(out[0], 4 * 44_100, 44_100, hz, 44_100);
        assertThat(restDb).isLessThan(-90);
        double peak = SpectralLine.amplitude(out[0], 4 * 44_100, 44_100, hz, 44_100);
        assertThat(Decibels.ofGain(peak / 0.5)).isCloseTo(0, within(1e-3));
    }

    @Test
    void anAttackRisesAndWhatFollowsFalls() {
        // A tone that jumps up 12 dB every half second and falls back after 50 ms.
        float[][] in = TestSignals.sine(FORMAT, 88_200, 1000, 0.5);
        for (float[] plane : in) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= i % 22_050 < 2205 ? 1 : 0.25f;
            }
        }
        float[][] out = expanded(0.5, in);
        int burst = 2 * 22_050;
        assertThat(changeDb(in, out, burst, 2205)).isBetween(1.0, 2.1);
        assertThat(changeDb(in, out, burst + 5000, 2000)).isBetween(-2.1, -0.2);
    }

    @Test
    void theGainIsOneForAllChannels() {
        float[][] in = crushedMusic();
        in[1] = TestSignals.sine(FORMAT, in[0].length, 997, 0.1)[0];
        float[][] both = expanded(0.7, in);
        for (int i = 44_100; i < 3 * 44_100; i++) {
            if (Math.abs(in[0][i]) > 0.1 && Math.abs(in[1][i]) > 0.01) {
                assertThat(both[1][i] / in[1][i]).isCloseTo(both[0][i] / in[0][i], within(1e-5f));
            }
        }
    }

    /** Kicks and a chord, driven 15 dB into a clipper. */
    private static float[][] crushedMusic() {
        float[][] planes = TestSignals.music(FORMAT, SECONDS * 44_100);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (0.5 * Math.tanh(5.6 * plane[i]));
            }
        }
        return planes;
    }

    /** The output with its latency taken out. */
    private static float[][] expanded(double strength, float[][] in) {
        TransientExpander expander = new TransientExpander(strength);
        expander.prepare(FORMAT, 4096);
        return Late.run(expander, in);
    }

    private record Measured<R>(Analyzer<R> analyzer) {
        R of(float[][] planes) {
            analyzer.prepare(FORMAT, planes[0].length);
            analyzer.process(AudioBlock.of(planes));
            return analyzer.result();
        }
    }

    private static double measure(Punch punch, float[][] planes) {
        return new Measured<>(punch).of(planes).orElseThrow();
    }

    /** Rms over the third octaves within 60 dB of the loudest, less the change of the level. */
    private static double toneChangeDb(float[][] before, float[][] after) {
        double[] a = thirdsDb(before);
        double[] b = thirdsDb(after);
        double loudest = Arrays.stream(a).max().orElseThrow();
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > loudest - 60) {
                sum += b[i] - a[i];
                squares += (b[i] - a[i]) * (b[i] - a[i]);
                count++;
            }
        }
        return Math.sqrt(squares / count - sum * sum / count / count);
    }

    private static double[] thirdsDb(float[][] planes) {
        return Arrays.stream(
                        new Measured<>(new LongTermSpectrum())
                                .of(planes)
                                .orElseThrow()
                                .powers(Bands.THIRD_OCTAVE))
                .map(Decibels::ofPower)
                .toArray();
    }

    private static double changeDb(float[][] in, float[][] out, int from, int frames) {
        return levelDb(out[0], from, from + frames) - levelDb(in[0], from, from + frames);
    }

    private static double levelDb(float[] plane, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += plane[i] * plane[i];
        }
        return Decibels.ofPower(sum / (to - from));
    }
}
