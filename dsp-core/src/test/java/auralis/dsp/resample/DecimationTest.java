package auralis.dsp.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimationTest {
    @ParameterizedTest
    @CsvSource({
        "22050, 22050",
        "32000, 32000",
        "44100, 22050",
        "48000, 24000",
        "96000, 24000",
        "192000, 24000"
    })
    void halvesAsOftenAsTheRateAllows(int rate, int expected) {
        Decimation decimation = new Decimation(StreamFormat.stereo(rate), 512, 22_050);
        assertThat(decimation.format()).isEqualTo(StreamFormat.stereo(expected));
        float[] out = decimated(rate, 512, new float[rate]);
        assertThat(out.length).isCloseTo(expected, within(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 176_400})
    void whatLiesUnderEightKilohertzStays(int rate) {
        for (double hz : new double[] {30, 1000, 5000, 7900}) {
            assertThat(levelDb(rate, hz)).isCloseTo(-3.01, within(0.06));
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 14060", "44100, 21000", "48000, 16100", "96000, 40000", "192000, 25000"})
    void whatWouldFoldDownThereIsTakenOut(int rate, double hz) {
        assertThat(levelDb(rate, hz)).isLessThan(-50);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 512})
    void theBlocksChangeNothing(int blockFrames) {
        float[] noise = TestSignals.noise(StreamFormat.mono(96_000), 3001, 0.5, 1)[0];
        assertThat(decimated(96_000, blockFrames, noise)).isEqualTo(decimated(96_000, 3001, noise));
    }

    @Test
    void aStreamThatIsSlowEnoughIsNotCopied() {
        AudioBlock block = new AudioBlock(1, 10);
        Decimation decimation = new Decimation(StreamFormat.mono(44_099), 10, 22_050);
        assertThat(decimation.process(block)).isSameAs(block);
    }

    private static double levelDb(int rate, double hz) {
        float[] tone = TestSignals.sine(StreamFormat.mono(rate), rate, hz, 1)[0];
        float[] out = decimated(rate, 4096, tone);
        double sum = 0;
        for (int i = 100; i < out.length; i++) {
            sum += (double) out[i] * out[i];
        }
        return Decibels.ofPower(sum / (out.length - 100));
    }

    private static float[] decimated(int rate, int blockFrames, float[] plane) {
        Decimation decimation = new Decimation(StreamFormat.mono(rate), blockFrames, 22_050);
        AudioBlock block = AudioBlock.of(plane);
        List<Float> out = new ArrayList<>();
        for (int at = 0; at < plane.length; at += blockFrames) {
            block.window(at, Math.min(plane.length, at + blockFrames));
            AudioBlock slower = decimation.process(block);
            for (int i = slower.from(); i < slower.to(); i++) {
                out.add(slower.plane(0)[i]);
            }
        }
        float[] floats = new float[out.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = out.get(i);
        }
        return floats;
    }
}
