package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioProcessor;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirConvolverTest extends ProcessorContract {
    @Override
    protected AudioProcessor processor() {
        return new FirConvolver(decayingTaps(1000));
    }

    @Override
    protected AudioProcessor neutral() {
        return new FirConvolver(new float[] {1});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 257, 258, 1025})
    void equalsTheConvolutionSum(int length) {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[] taps = decayingTaps(length);
        float[][] input = TestSignals.music(format, 6000);
        FirConvolver convolver = new FirConvolver(taps);
        convolver.prepare(format, 6000);
        float[][] out = run(convolver, input, 333);
        int latency = convolver.latency();
        for (int c = 0; c < 2; c++) {
            for (int i = latency; i < 6000; i++) {
                double sum = 0;
                for (int k = 0; k < length && k <= i - latency; k++) {
                    sum += (double) taps[k] * input[c][i - latency - k];
                }
                assertThat((double) out[c][i]).isCloseTo(sum, within(2e-6));
            }
        }
    }

    @Test
    void aSilentChannelStaysSilent() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] input = TestSignals.music(format, 6000);
        Arrays.fill(input[1], 0f);
        AudioProcessor convolver = processor();
        convolver.prepare(format, 6000);
        for (float sample : run(convolver, input, 512)[1]) {
            assertThat(Math.abs(sample)).isZero();
        }
    }

    @Test
    void latencyIsOneStretch() {
        assertThat(new FirConvolver(new float[4096]).latency()).isEqualTo(3 * 4096);
        assertThat(new FirConvolver(new float[4097]).latency()).isEqualTo(3 * 4096);
        assertThat(new FirConvolver(new float[4098]).latency()).isEqualTo(3 * 8192);
        assertThat(new FirConvolver(new float[2]).latency()).isEqualTo(3 * 128);
    }

    @Test
    void refusesWhatIsNoImpulseResponse() {
        assertThatThrownBy(() -> new FirConvolver(new float[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FirConvolver(new float[] {1, Float.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] decayingTaps(int length) {
        Random random = new Random(length);
        float[] taps = new float[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            taps[i] = (float) (random.nextGaussian() * Math.exp(-6.0 * i / length));
            sum += Math.abs(taps[i]);
        }
        for (int i = 0; i < length; i++) {
            taps[i] /= (float) sum;
        }
        return taps;
    }
}
