package auralis.dsp.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StftTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(48_000);
    private static final int SIZE = 240;
    private static final int HOP = 96;
    private static final int FFT_SIZE = 256;

    @Test
    void framesAreThePowersOfTheDefinition() {
        float[][] noise = TestSignals.noise(STEREO, 1000, 0.5, 1);
        List<float[]> frames = frames(noise, 1000);
        assertThat(frames).hasSize((1000 - SIZE) / HOP + 1);
        for (int f = 0; f < frames.size(); f++) {
            for (int k = 0; k <= FFT_SIZE / 2; k += 8) {
                double expected = (power(noise[0], f, k) + power(noise[1], f, k)) / 2;
                assertThat((double) frames.get(f)[k]).isCloseTo(expected, within(1e-7));
            }
        }
    }

    /** The one-sided power of a bin of a Hann frame, by the sum. */
    private static double power(float[] plane, int frame, int bin) {
        double re = 0;
        double im = 0;
        double windowPower = 0;
        for (int i = 0; i < SIZE; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
            double angle = 2 * Math.PI * i * bin / FFT_SIZE;
            re += window * plane[frame * HOP + i] * Math.cos(angle);
            im += window * plane[frame * HOP + i] * Math.sin(angle);
            windowPower += window * window;
        }
        int sides = bin == 0 || bin == FFT_SIZE / 2 ? 1 : 2;
        return sides * (re * re + im * im) / (FFT_SIZE * windowPower);
    }

    @Test
    void powersAddUpToTheMeanSquare() {
        float[][] sine = TestSignals.sine(STEREO, SIZE, 6000, 0.5);
        double sum = 0;
        for (float p : frames(sine, SIZE).get(0)) {
            sum += p;
        }
        assertThat(sum).isCloseTo(0.125, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 99, 257})
    void theBlocksChangeNothing(int blockFrames) {
        float[][] noise = TestSignals.noise(STEREO, 3000, 0.5, 1);
        List<float[]> whole = frames(noise, 3000);
        List<float[]> split = frames(noise, blockFrames);
        assertThat(split).hasSameSizeAs(whole);
        for (int f = 0; f < whole.size(); f++) {
            assertThat(split.get(f)).isEqualTo(whole.get(f));
        }
    }

    @Test
    void resetStartsAnew() {
        List<float[]> frames = new ArrayList<>();
        Stft stft = stft(StreamFormat.mono(48_000), frames);
        float[][] noise = TestSignals.noise(StreamFormat.mono(48_000), 300, 0.5, 1);
        stft.process(AudioBlock.of(noise));
        stft.reset();
        stft.process(AudioBlock.of(noise));
        assertThat(frames).hasSize(2);
        assertThat(frames.get(1)).isEqualTo(frames.get(0));
    }

    @Test
    void refusesAHopWithGaps() {
        assertThatThrownBy(() -> new Stft(STEREO, 0.1, 0.11, power -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsItsGrid() {
        Stft stft = stft(STEREO, new ArrayList<>());
        assertThat(stft.bins()).isEqualTo(129);
        assertThat(stft.binHz()).isEqualTo(187.5);
        assertThat(stft.framesPerSecond()).isEqualTo(500);
    }

    private static Stft stft(StreamFormat format, List<float[]> frames) {
        return new Stft(format, 0.005, 0.002, power -> frames.add(power.clone()));
    }

    private static List<float[]> frames(float[][] planes, int blockFrames) {
        List<float[]> frames = new ArrayList<>();
        Stft stft = stft(STEREO, frames);
        AudioBlock block = AudioBlock.of(planes);
        for (int at = 0; at < block.capacity(); at += blockFrames) {
            stft.process(block.window(at, Math.min(block.capacity(), at + blockFrames)));
        }
        return frames;
    }
}
