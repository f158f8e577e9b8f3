package auralis.library.separate.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrogramTest {
    private static final int SAMPLES = 65_000;

    @Test
    void aCosineOnABinHasAQuarterOfTheRootOfTheSize() {
        Spectra spectra = Spectra.of(Spectrogram.hybrid(SAMPLES), cosine(100, 4096));
        int middle = spectra.transform.frames() / 2;
        // The Hann window takes half, the two sides of the spectrum another half: 4096 / 4 / 64.
        assertThat(spectra.magnitude(100, middle)).isCloseTo(16, within(1e-3));
        assertThat(spectra.magnitude(103, middle)).isLessThan(1e-3);
    }

    @Test
    void aCosineOfMdxIsNotScaled() {
        MdxParameters mdx = new MdxParameters(7680, 3072, 64, 1);
        Spectra spectra = Spectra.of(Spectrogram.mdx(mdx), cosine(100, 7680, mdx.segmentFrames()));
        assertThat(spectra.magnitude(100, 30)).isCloseTo(7680 / 4.0, within(0.1));
    }

    @Test
    void framesLieWhereDemucsHasThem() {
        float[] sound = noise(SAMPLES);
        Spectra spectra = Spectra.of(Spectrogram.hybrid(SAMPLES), sound);
        assertThat(spectra.transform.frames()).isEqualTo(64);
        for (int t : new int[] {0, 1, 31, 62, 63}) {
            for (int bin : new int[] {0, 1, 700, 2047}) {
                double[] expected = demucs(sound, t, bin);
                assertThat(spectra.re(bin, t)).isCloseTo(expected[0], within(2e-4));
                assertThat(spectra.im(bin, t)).isCloseTo(expected[1], within(2e-4));
            }
        }
    }

    /** Step by step as {@code htdemucs.py} and {@code torch.stft} pad, in double precision. */
    private static double[] demucs(float[] sound, int t, int bin) {
        int frames = (sound.length + 1023) / 1024;
        double[] inner = reflect(toDouble(sound), 1536, 1536 + frames * 1024 - sound.length);
        double[] padded = reflect(inner, 2048, 2048);
        double re = 0;
        double im = 0;
        for (int i = 0; i < 4096; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 4096);
            double value = padded[(t + 2) * 1024 + i] * window / 64;
            re += value * Math.cos(2 * Math.PI * bin * i / 4096.0);
            im -= value * Math.sin(2 * Math.PI * bin * i / 4096.0);
        }
        return new double[] {re, im};
    }

    private static double[] toDouble(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double[] reflect(double[] x, int left, int right) {
        double[] padded = new double[left + x.length + right];
        for (int i = 0; i < padded.length; i++) {
            int at = Math.abs(i - left);
            padded[i] = x[at < x.length ? at : 2 * (x.length - 1) - at];
        }
        return padded;
    }

    @Test
    void theWayBackGivesTheSound() {
        float[] sound = noise(SAMPLES);
        lowPass(sound);
        Spectra spectra = Spectra.of(Spectrogram.hybrid(SAMPLES), sound);
        float[] back = spectra.back(SAMPLES);
        // Only the Nyquist bin is missing, and at both ends the frames that Demucs drops.
        assertThat(Separated.ratioDb(sound, back, 4410, SAMPLES - 4410)).isGreaterThan(80);
        assertThat(Separated.ratioDb(sound, back)).isGreaterThan(20);
    }

    @Test
    void theWayBackOfMdxGivesTheSoundBelowItsLastBin() {
        MdxParameters mdx = new MdxParameters(6144, 3072, 64, 1);
        float[] sound = cosine(1000, 6144, mdx.segmentFrames());
        Spectra spectra = Spectra.of(Spectrogram.mdx(mdx), sound);
        assertThat(Separated.ratioDb(sound, spectra.back(sound.length))).isGreaterThan(60);
        // The first three bins are not given to the model.
        assertThat(spectra.magnitude(2, 30)).isZero();
    }

    /** A spectrum in memory, bins apart by 1. */
    private static final class Spectra {
        private final Spectrogram transform;
        private final FloatBuffer values;

        private Spectra(Spectrogram transform) {
            this.transform = transform;
            this.values = Onnx.memory(2 * transform.bins() * transform.frames());
        }

        static Spectra of(Spectrogram transform, float[] sound) {
            Spectra spectra = new Spectra(transform);
            transform.forward(sound, spectra.parts(0), spectra.parts(1));
            return spectra;
        }

        private Spectrogram.Parts parts(int part) {
            int size = transform.bins() * transform.frames();
            return new Spectrogram.Parts(values, part * size, 1, transform.bins());
        }

        double re(int bin, int t) {
            return values.get(t * transform.bins() + bin);
        }

        double im(int bin, int t) {
            return values.get((transform.frames() + t) * transform.bins() + bin);
        }

        double magnitude(int bin, int t) {
            return Math.hypot(re(bin, t), im(bin, t));
        }

        float[] back(int samples) {
            float[] sound = new float[samples];
            transform.addInverse(parts(0), parts(1), Scaling.NONE, sound);
            return sound;
        }
    }

    private static float[] cosine(int bin, int size) {
        return cosine(bin, size, SAMPLES);
    }

    private static float[] cosine(int bin, int size, int samples) {
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            sound[i] = (float) Math.cos(2 * Math.PI * bin * i / size);
        }
        return sound;
    }

    private static float[] noise(int samples) {
        Random random = new Random(3);
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            sound[i] = (float) random.nextGaussian();
        }
        return sound;
    }

    /** Nothing at half the rate. */
    private static void lowPass(float[] sound) {
        for (int pass = 0; pass < 8; pass++) {
            for (int i = sound.length - 1; i > 0; i--) {
                sound[i] = (sound[i] + sound[i - 1]) / 2;
            }
        }
    }
}
