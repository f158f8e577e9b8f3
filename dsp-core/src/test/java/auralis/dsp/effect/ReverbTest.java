package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.filter.Biquad;
import auralis.dsp.filter.BiquadDesign;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverbTest extends EffectContract {
    @Override
    AudioEffect effect() {
        return new Reverb();
    }

    @Override
    Map<String, Double> silent() {
        return Map.of("mix", 0.0);
    }

    /** The ears have rooms of their own. */
    @Override
    protected boolean commutesWithChannelSwap() {
        return false;
    }

    @ParameterizedTest
    @CsvSource({"0,0.3", "0.25,0.721", "0.5,1.732", "0.75,4.162", "1,10"})
    void theRoomSizeIsAReverberationTime(double size, double t60) {
        StreamFormat format = StreamFormat.mono(44_100);
        int frames = (int) (1.2 * t60 * 44_100) + 10_000;
        Map<String, Double> values = Map.of("roomSize", size, "damping", 0.0, "mix", 1.0);
        float[] out = out(values, format, impulse(format, frames))[0];
        assertThat(t60(out, 44_100)).isCloseTo(t60, within(0.04 * t60));
    }

    @ParameterizedTest
    @ValueSource(ints = {48_000, 96_000, 192_000})
    void theRoomIsTheSameAtEveryRate(int rate) {
        StreamFormat format = StreamFormat.mono(rate);
        Map<String, Double> values = Map.of("roomSize", 0.25, "damping", 0.0, "mix", 1.0);
        float[] out = out(values, format, impulse(format, rate))[0];
        assertThat(t60(out, rate)).isCloseTo(0.721, within(0.03));
    }

    @Test
    void dampingMakesHeightsFadeSooner() {
        StreamFormat format = StreamFormat.mono(44_100);
        Map<String, Double> values = Map.of("roomSize", 0.5, "damping", 0.8, "mix", 1.0);
        float[] low = out(values, format, impulse(format, 88_200))[0];
        float[] high = low.clone();
        new Biquad(BiquadDesign.lowPass(250, 0.7, 44_100)).process(low, 0, low.length);
        new Biquad(BiquadDesign.highPass(5_000, 0.7, 44_100)).process(high, 0, high.length);
        assertThat(t60(high, 44_100)).isLessThan(0.5 * t60(low, 44_100));
    }

    /** Straight from the difference equations, in double. */
    @Test
    void equalsTheSlowReference() {
        StreamFormat format = StreamFormat.mono(44_100);
        float[][] music = TestSignals.music(format, 20_000);
        Map<String, Double> values = Map.of("roomSize", 0.5, "damping", 0.5, "mix", 1.0);
        float[] out = out(values, format, music)[0];
        double[] expected = reference(music[0], 1.7320508, 0.4);
        for (int i = 0; i < out.length; i++) {
            assertThat((double) out[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    private static double[] reference(float[] x, double t60, double pole) {
        double energy = 0;
        for (int length : Reverb.COMBS) {
            energy += 1 / (1 - Math.pow(10, -6 * length / (t60 * 44_100)));
        }
        double[] y = new double[x.length];
        for (int length : Reverb.COMBS) {
            double g = Math.pow(10, -3 * length / (t60 * 44_100));
            double[] v = new double[x.length];
            double low = 0;
            for (int n = 0; n < x.length; n++) {
                double old = n < length ? 0 : v[n - length];
                low = (1 - pole) * old + pole * low;
                v[n] = x[n] / Math.sqrt(energy) + g * low;
                y[n] += old;
            }
        }
        for (int length : Reverb.ALL_PASSES) {
            double[] v = new double[x.length];
            for (int n = 0; n < x.length; n++) {
                double old = n < length ? 0 : v[n - length];
                v[n] = y[n] + 0.5 * old;
                y[n] = old - 0.5 * v[n];
            }
        }
        return y;
    }

    @Test
    void aLargerRoomIsNotLouder() {
        StreamFormat format = StreamFormat.mono(44_100);
        float[][] noise = TestSignals.noise(format, 441_000, 0.5, 3);
        for (double size : new double[] {0, 0.5}) {
            Map<String, Double> values = Map.of("roomSize", size, "damping", 0.0, "mix", 1.0);
            float[] out = out(values, format, noise)[0];
            double change = power(out, 220_500, 441_000) / power(noise[0], 220_500, 441_000);
            assertThat(Decibels.ofPower(change)).isCloseTo(0, within(0.5));
        }
    }

    @Test
    void freezeHoldsWhatIsThereAndTakesNothingIn() {
        StreamFormat format = StreamFormat.stereo(44_100);
        EffectProcessor reverb = with(Map.of("mix", 1.0));
        reverb.prepare(format, 44_100);
        run(reverb, TestSignals.noise(format, 44_100, 0.5, 1), 4096);
        reverb.set("freeze", 1);
        run(reverb, TestSignals.music(format, 44_100), 4096);
        float[][] early = run(reverb, TestSignals.music(format, 88_200), 4096);
        for (int second = 0; second < 30; second++) {
            run(reverb, TestSignals.noise(format, 44_100, 1, second), 4096);
        }
        float[][] late = run(reverb, new float[2][88_200], 4096);
        double held = power(late[0], 0, 88_200) / power(early[0], 0, 88_200);
        assertThat(Decibels.ofPower(held)).isCloseTo(0, within(0.5));
    }

    @Test
    void widthZeroIsMono() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] music = TestSignals.music(format, 20_000);
        float[][] mono = out(Map.of("width", 0.0, "mix", 1.0), format, music);
        assertThat(mono[0]).isEqualTo(mono[1]);
        float[][] wide = out(Map.of("width", 1.0, "mix", 1.0), format, music);
        assertThat(wide[0]).isNotEqualTo(wide[1]);
    }

    @Test
    void theRoomEndsInSilence() {
        StreamFormat format = StreamFormat.stereo(44_100);
        int frames = 44_100 * 7;
        float[][] click = impulse(format, frames);
        float[] out = out(Map.of("roomSize", 0.0, "mix", 1.0), format, click)[0];
        assertThat(power(out, frames - 44_100, frames)).isZero();
    }

    /** From the energy that is still to come (Schroeder 1965), between -5 and -35 dB. */
    private static double t60(float[] response, double rate) {
        double[] left = new double[response.length + 1];
        for (int i = response.length - 1; i >= 0; i--) {
            left[i] = left[i + 1] + (double) response[i] * response[i];
        }
        int start = first(left, -5);
        int end = first(left, -35);
        return 2 * (end - start) / rate;
    }

    private static int first(double[] left, double db) {
        int i = 0;
        while (left[i] > left[0] * Decibels.toPower(db)) {
            i++;
        }
        return i;
    }

    private static double power(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum / (to - from);
    }
}
