package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LoudnessCurveTest {
    @Test
    void followsTheMeterWindowByWindow() {
        StreamFormat format = StreamFormat.stereo(48_000);
        float[][] music = TestSignals.music(format, 12 * 48_000);
        List<Double> powers = new ArrayList<>();
        List<Double> readings = new ArrayList<>();
        LoudnessMeter meter = new LoudnessMeter(powers::add);
        meter.prepare(format, 4800);
        AudioBlock block = AudioBlock.of(music);
        for (int at = 0; at < 12 * 48_000; at += 4800) {
            meter.process(block.window(at, at + 4800));
            meter.shortTermLufs().ifPresent(readings::add);
        }
        LoudnessCurve curve = LoudnessCurve.of(array(powers));
        assertThat(curve.firstSeconds()).isEqualTo(1.5);
        assertThat(curve.stepSeconds()).isEqualTo(0.1);
        assertThat(curve.lufs()).hasSameSizeAs(readings).hasSize(91);
        for (int i = 0; i < readings.size(); i++) {
            assertThat(curve.lufs().get(i)).isCloseTo(readings.get(i), within(0.0051));
        }
    }

    @Test
    void aLongStreamHasFewValuesOfTheMeanPower() {
        double[] powers = new double[36_000];
        Arrays.fill(powers, 0, 18_000, 0.01);
        Arrays.fill(powers, 18_000, 36_000, 0.1);
        LoudnessCurve curve = LoudnessCurve.of(powers);
        assertThat(curve.lufs()).hasSizeLessThanOrEqualTo(LoudnessCurve.MOST_VALUES);
        assertThat(curve.lufs().get(0)).isCloseTo(-20.69, within(0.005));
        assertThat(curve.lufs().get(curve.lufs().size() - 1)).isCloseTo(-10.69, within(0.005));
        double end = curve.firstSeconds() + curve.stepSeconds() * (curve.lufs().size() - 1);
        assertThat(end).isBetween(3590.0, 3600.0);
    }

    @Test
    void silenceIsTheFloorAndTooShortIsNothing() {
        assertThat(LoudnessCurve.of(new double[29])).isEqualTo(LoudnessCurve.NONE);
        assertThat(LoudnessCurve.of(new double[30]).lufs())
                .containsExactly(LoudnessCurve.FLOOR_LUFS);
    }

    private static double[] array(List<Double> values) {
        return values.stream().flatMapToDouble(DoubleStream::of).toArray();
    }
}
