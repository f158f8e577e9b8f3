package auralis.dsp.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.engine.ProcessedSource;
import java.io.IOException;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How good a change of the sample rate is: what is demanded, and in the last columns what was
 * measured. These are the figures of docs/PERFORMANCE.md.
 */
class ResamplerQualityTest {
    private static final double PASS_HZ = 20_000;
    private static final double RIPPLE_DB = 0.01;
    private static final double STOP_DB = -140;

    /** Sides of this window lie 200 dB under the line. */
    private static final double BETA = 24;

    private static final double[] WINDOW = window(1 << 16);

    /**
     * The whole response of the filter, in double precision: the pass band to 20 kHz, and all from
     * the lower Nyquist frequency up, of which images and aliases are made.
     */
    @ParameterizedTest
    @CsvSource({
        "44100, 48000, 4.083e-7, -149.2",
        "48000, 44100, 4.083e-7, -149.2",
        "44100, 88200, 2.481e-7, -145.4",
        "96000, 44100, 4.081e-7, -149.2",
        "192000, 48000, 2.726e-7, -145.1",
        "44100, 192000, 4.081e-7, -149.2"
    })
    void theFilterIsFlatTo20KilohertzAndDeafAboveTheLowerNyquistFrequency(
            int from, int to, double rippleDb, double stopDb) {
        PolyphaseKernel kernel = new PolyphaseKernel(from, to);
        int length = Integer.highestOneBit(kernel.up() * kernel.taps()) * 8;
        double[] magnitudes = magnitudes(prototype(kernel, length));
        double binHz = (double) from * kernel.up() / length;
        double ripple = 0;
        double stop = 0;
        for (int k = 0; k < magnitudes.length; k++) {
            double gain = magnitudes[k] / kernel.up();
            if (k * binHz <= PASS_HZ) {
                ripple = Math.max(ripple, Math.abs(Decibels.ofGain(gain)));
            } else if (k * binHz >= Math.min(from, to) / 2.0) {
                stop = Math.max(stop, gain);
            }
        }
        assertThat(ripple).isLessThan(RIPPLE_DB).isCloseTo(rippleDb, within(rippleDb / 20));
        assertThat(Decibels.ofGain(stop)).isLessThan(STOP_DB).isCloseTo(stopDb, within(0.1));
    }

    /** All rows of the kernel, put back between each other. */
    private static double[] prototype(PolyphaseKernel kernel, int length) {
        double[] prototype = new double[length];
        for (int phase = 0; phase < kernel.up(); phase++) {
            double[] row = kernel.row(phase);
            for (int k = 0; k < row.length; k++) {
                prototype[(k + 1) * kernel.up() - 1 - phase] = row[k];
            }
        }
        return prototype;
    }

    /**
     * Everything together, as an export does it: tones at full scale through the conversion and the
     * quantiser with dither to 24 bits. Of what does not belong there the highest line counts;
     * tones above the new Nyquist frequency must leave none at all.
     */
    @ParameterizedTest
    @CsvSource({
        "44100, 48000, -159.8",
        "48000, 44100, -156.3",
        "44100, 88200, -156.8",
        "96000, 44100, -156.2",
        "192000, 48000, -167.4",
        "44100, 192000, -160.5"
    })
    void at24BitsNoImageAndNoAliasReaches140DecibelsUnderFullScale(int from, int to, double worstDb)
            throws IOException {
        double worst = Double.NEGATIVE_INFINITY;
        for (double hz = 997; hz < from / 2.0 * 0.99; hz += from / 2.0 / 13) {
            worst = Math.max(worst, strangersDb(from, to, hz));
        }
        assertThat(worst).isLessThan(STOP_DB).isCloseTo(worstDb, within(1.0));
    }

    /** The highest line away from the tone, in dB under full scale. */
    private static double strangersDb(int from, int to, double hz) throws IOException {
        int length = WINDOW.length;
        int skipped = to / 100;
        int frames = (int) ((long) (length + 2 * skipped) * from / to) + from / 50;
        float[] tone = TestSignals.sine(StreamFormat.mono(from), frames, hz, 0.999)[0];
        AudioSource source =
                new ProcessedSource(
                        ResampledSource.of(new PlaneSource(StreamFormat.mono(from), tone), to),
                        new Quantizer(24, Dither.TPDF));
        double[] line = new double[length];
        AudioBlock block = new AudioBlock(1, length + 2 * skipped);
        int filled = 0;
        while (filled < block.capacity()) {
            filled += source.read(block.window(filled, block.capacity()));
        }
        double sum = 0;
        for (int i = 0; i < length; i++) {
            line[i] = block.plane(0)[skipped + i] * WINDOW[i];
            sum += WINDOW[i];
        }
        double[] magnitudes = magnitudes(line);
        double highest = 0;
        for (int k = 0; k < magnitudes.length; k++) {
            double distance = Math.abs((double) k * to / length - hz);
            if (distance > 12.0 * to / length) {
                highest = Math.max(highest, 2 * magnitudes[k] / sum);
            }
        }
        return Decibels.ofGain(highest);
    }

    private static double[] magnitudes(double[] samples) {
        double[] bins = samples.clone();
        new DoubleFFT_1D(bins.length).realForward(bins);
        double[] magnitudes = new double[bins.length / 2];
        magnitudes[0] = Math.abs(bins[0]);
        for (int k = 1; k < magnitudes.length; k++) {
            magnitudes[k] = Math.hypot(bins[2 * k], bins[2 * k + 1]);
        }
        return magnitudes;
    }

    /** Kaiser's. */
    private static double[] window(int length) {
        double[] window = new double[length];
        for (int i = 0; i < length; i++) {
            double x = (2.0 * i + 1) / length - 1;
            window[i] = bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
        }
        return window;
    }

    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
