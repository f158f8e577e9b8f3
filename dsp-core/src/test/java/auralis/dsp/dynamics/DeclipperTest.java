package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.meter.FlatTops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclipperTest extends ProcessorContract {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    @Override
    protected AudioProcessor processor() {
        return new Declipper(-1, 3);
    }

    @Override
    protected AudioProcessor neutral() {
        return new Declipper(-1, 0);
    }

    @ParameterizedTest
    @CsvSource({"440, 1", "440, 2", "1000, 1", "3000, 2"})
    void theCrestOfAClippedSineComesBack(double hz, double clippedDb) {
        float[][] sine = TestSignals.sine(FORMAT, 44_100, hz, 1);
        float[][] clipped = clipped(sine, Decibels.toGain(-clippedDb));
        float[][] out = declipped(-clippedDb, 3, clipped);
        assertThat(errorDb(out, sine)).isLessThan(errorDb(clipped, sine) - 10);
    }

    @Test
    void aClippedChordComesCloserToWhatItWas() {
        float[][] chord = new float[2][88_200];
        for (double hz : new double[] {110, 277.18, 659.26, 1760}) {
            float[][] tone = TestSignals.sine(FORMAT, 88_200, hz, 0.25);
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < chord[c].length; i++) {
                    chord[c][i] += tone[c][i];
                }
            }
        }
        float[][] clipped = clipped(chord, 0.7);
        float[][] out = declipped(Decibels.ofGain(0.7), 3, clipped);
        assertThat(errorDb(out, chord)).isLessThan(errorDb(clipped, chord) - 6);
        assertThat(flatTops(clipped)).isGreaterThan(20);
        assertThat(flatTops(out)).isLessThan(flatTops(clipped) / 10);
    }

    @Test
    void nothingIsLiftedByMoreThanWasAllowed() {
        float[][] clipped = clipped(TestSignals.sine(FORMAT, 44_100, 3000, 4), 0.5);
        float peak = AudioBlock.of(declipped(Decibels.ofGain(0.5), 1, clipped)).peak();
        assertThat(Decibels.ofGain(peak / 0.5)).isBetween(0.5, 1.001);
    }

    @Test
    void musicThatIsNotClippedAndSquareWavesPassBitForBit() {
        float[][] music = TestSignals.music(FORMAT, 44_100);
        double peakDb = Decibels.ofGain(AudioBlock.of(music).peak());
        assertThat(declipped(peakDb, 3, music)).isDeepEqualTo(music);
        assertThat(flatTops(music)).isZero();
        float[][] square = TestSignals.square(FORMAT, 44_100, 100, 0.5);
        assertThat(declipped(Decibels.ofGain(0.5), 3, square)).isDeepEqualTo(square);
    }

    @Test
    void onlyPlateausAtThePeakAreCounted() {
        float[][] planes = new float[1][44_100];
        for (int i = 0; i < 4; i++) {
            planes[0][1000 + i] = -0.5f;
            planes[0][2000 + i] = 0.499f;
            planes[0][3000 + i] = 0.4f;
        }
        planes[0][4000] = 0.5f;
        planes[0][4001] = 0.5f;
        FlatTops tops = new FlatTops();
        tops.prepare(StreamFormat.mono(44_100), 44_100);
        tops.process(AudioBlock.of(planes));
        assertThat(tops.result()).isCloseTo(2, within(0L));
    }

    private static float[][] declipped(double peakDb, double liftDb, float[][] in) {
        Declipper declipper = new Declipper(peakDb, liftDb);
        declipper.prepare(FORMAT, 4096);
        return Late.run(declipper, in);
    }

    private static long flatTops(float[][] planes) {
        FlatTops tops = new FlatTops();
        tops.prepare(FORMAT, planes[0].length);
        tops.process(AudioBlock.of(planes));
        return tops.result();
    }

    private static float[][] clipped(float[][] in, double level) {
        float[][] out = TestSignals.copy(in);
        for (float[] plane : out) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) Math.max(-level, Math.min(level, plane[i]));
            }
        }
        return out;
    }

    private static double errorDb(float[][] actual, float[][] expected) {
        double sum = 0;
        for (int i = 100; i < expected[0].length - 100; i++) {
            sum += Math.pow(actual[0][i] - expected[0][i], 2);
        }
        return Decibels.ofPower(sum);
    }
}
