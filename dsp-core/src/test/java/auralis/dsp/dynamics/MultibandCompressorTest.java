package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.SpectralLine;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultibandCompressorTest extends ProcessorContract {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final List<Double> OUT_OF_REACH = List.of(20.0, 20.0, 20.0, 20.0);

    @Override
    protected AudioProcessor processor() {
        return new MultibandCompressor(List.of(-30.0, -30.0, -30.0, -30.0), 1);
    }

    @Override
    protected AudioProcessor neutral() {
        return new MultibandCompressor(OUT_OF_REACH, 0);
    }

    @ParameterizedTest
    @CsvSource({"31", "120", "350", "1000", "2500", "6000", "15000"})
    void belowTheThresholdsEveryToneKeepsItsLevel(double hz) {
        float[][] out = compressed(OUT_OF_REACH, 1, TestSignals.sine(FORMAT, 88_200, hz, 0.5));
        assertThat(peakDb(out, hz)).isCloseTo(Decibels.ofGain(0.5), within(0.01));
    }

    @ParameterizedTest
    // 6 dB over the threshold at ratio 1.5 ask for 2 dB, 30 dB for 10; bounded by 3 as x/sqrt(1 +
    // (x/3)²). A bass wave is held between its crests, 3 dB over its rms.
    @CsvSource({
        "2500, -18, 1.66, 0.2",
        "2500, -42, 2.87, 0.2",
        "2500, -6, 0, 0.01",
        "60, -18, 2.0, 0.4"
    })
    void aToneOverTheThresholdIsTakenBack(
            double hz, double thresholdDb, double reductionDb, double tolerance) {
        List<Double> thresholds = List.of(thresholdDb, thresholdDb, thresholdDb, thresholdDb);
        float[][] tone = TestSignals.sine(FORMAT, 132_300, hz, Decibels.toGain(-12 + 3.01));
        float[][] out = compressed(thresholds, 1, tone);
        double before = -12 + 3.01;
        assertThat(before - peakDb(out, hz)).isCloseTo(reductionDb, within(tolerance));
        float[][] half = compressed(thresholds, 0.5, tone);
        assertThat(before - peakDb(half, hz)).isCloseTo(reductionDb / 2, within(tolerance));
    }

    @Test
    void bassDoesNotTakeTheTrebleDown() {
        float[][] both = TestSignals.sine(FORMAT, 132_300, 60, 0.7);
        float[][] treble = TestSignals.sine(FORMAT, 132_300, 9000, 0.05);
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < both[c].length; i++) {
                both[c][i] += treble[c][i];
            }
        }
        float[][] out = compressed(List.of(-30.0, 20.0, 20.0, 20.0), 1, both);
        assertThat(peakDb(out, 9000)).isCloseTo(Decibels.ofGain(0.05), within(0.02));
        assertThat(peakDb(out, 60)).isLessThan(Decibels.ofGain(0.7) - 2.5);
    }

    private static float[][] compressed(List<Double> thresholdsDb, double share, float[][] in) {
        MultibandCompressor compressor = new MultibandCompressor(thresholdsDb, share);
        compressor.prepare(FORMAT, 4096);
        return run(compressor, in, 4096);
    }

    /** Over the last second. */
    private static double peakDb(float[][] out, double hz) {
        int from = out[0].length - 44_100;
        return Decibels.ofGain(SpectralLine.amplitude(out[0], from, 44_100, hz, 44_100));
    }
}
