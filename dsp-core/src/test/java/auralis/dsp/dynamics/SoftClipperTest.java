package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.SpectralLine;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftClipperTest extends ProcessorContract {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    @Override
    protected AudioProcessor processor() {
        return new SoftClipper(-9, 1.5);
    }

    @Override
    protected AudioProcessor neutral() {
        return new SoftClipper(-9, 0);
    }

    @ParameterizedTest
    // Half way, at +1.1 dB over the level in amplitude, half of the depth's gain is taken.
    @CsvSource({"-2.1, 0", "1.505, 0.718", "4, 1.5", "12, 1.5"})
    void peaksLoseUpToTheDepth(double overDb, double lostDb) {
        // A tone so slow that its crests stand still.
        double peakDb = -20 + overDb;
        float[][] tone = TestSignals.sine(FORMAT, 44_100, 20, Decibels.toGain(peakDb));
        float[][] out = clipped(-20, 1.5, tone);
        assertThat(peakDb - Decibels.ofGain(AudioBlock.of(out).peak()))
                .isCloseTo(lostDb, within(0.02));
    }

    @Test
    void onlyFramesNearAPeakAreTouched() {
        float[][] music = TestSignals.music(FORMAT, 88_200);
        SoftClipper clipper = new SoftClipper(-1, 1.5);
        float[][] out = clipped(-1, 1.5, music);
        float start = (float) Decibels.toGain(-3);
        int near = 0;
        for (int i = 64; i < 88_200 - 64; i++) {
            float[] around = Arrays.copyOfRange(music[0], i - 32, i + 32);
            if (AudioBlock.of(around).peak() < start / 2.5f) {
                assertThat(out[0][i]).isEqualTo(music[0][i]);
                near++;
            }
        }
        assertThat(near).isPositive();
        assertThat(clipper.latency()).isEqualTo(16);
    }

    @Test
    void harmonicsDoNotFoldBack() {
        // 5 kHz, 1.6 dB over: its fifth harmonic lies at 25 kHz and would fold to 19.1 kHz.
        float[][] tone = TestSignals.sine(FORMAT, 88_200, 5000, 1.2);
        float[][] out = clipped(0, 1.5, tone);
        double folded = SpectralLine.amplitude(out[0], 22_050, 44_100, 19_100, 44_100);
        double third = SpectralLine.amplitude(out[0], 22_050, 44_100, 15_000, 44_100);
        assertThat(Decibels.ofGain(folded)).isLessThan(-75);
        assertThat(Decibels.ofGain(third)).isBetween(-45.0, -25.0);
    }

    private static float[][] clipped(double levelDb, double depthDb, float[][] in) {
        SoftClipper clipper = new SoftClipper(levelDb, depthDb);
        clipper.prepare(FORMAT, 4096);
        return Late.run(clipper, in);
    }
}
