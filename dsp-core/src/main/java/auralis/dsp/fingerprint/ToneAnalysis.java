package auralis.dsp.fingerprint;

import static auralis.dsp.fingerprint.Dimension.BASS_MID_RATIO_DB;
import static auralis.dsp.fingerprint.Dimension.CHROMA_ENERGY;
import static auralis.dsp.fingerprint.Dimension.PITCH_STABILITY;
import static auralis.dsp.fingerprint.Dimension.SPECTRAL_CENTROID_HZ;
import static auralis.dsp.fingerprint.Dimension.SPECTRAL_FLATNESS;
import static auralis.dsp.fingerprint.Dimension.SPECTRAL_ROLLOFF_HZ;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.GatedMean;
import auralis.dsp.spectrum.PowerSpectrum;
import auralis.dsp.spectrum.Stft;
import java.util.Map;

/**
 * Where the power lies and how tonal it is, from half-overlapping Hann frames of 85 ms (4096 at 48
 * kHz) that pass the loudness gates.
 */
final class ToneAnalysis implements Analysis {
    private static final double SPAN_SECONDS = 4096 / 48_000.0;
    private static final double LOW_HZ = 20;
    private static final double HIGH_HZ = 20_000;
    private static final double FLATNESS_HIGH_HZ = 16_000;
    private static final double ROLLOFF_SHARE = 0.85;
    private static final Bands SEVEN = new Bands(20, 60, 250, 500, 2000, 4000, 8000, 20_000);

    private final Stft stft;
    private final double binHz;
    private final int lowBin;
    private final int highBin;
    private final int flatHighBin;
    private final Chroma chroma;
    private final PitchTracker pitch;

    private final GatedMean spectrum;
    private final GatedMean frames = new GatedMean(2);
    private final GatedMean flatness = new GatedMean(FlatnessScale.CLASSES);
    private final GatedMean stability = new GatedMean(1);
    private final float[] frame = new float[2];
    private final float[] flatnessClass = new float[FlatnessScale.CLASSES];
    private final float[] stable = new float[1];

    ToneAnalysis(StreamFormat format) {
        stft = new Stft(format, SPAN_SECONDS, SPAN_SECONDS / 2, this::add);
        binHz = stft.binHz();
        int bins = stft.bins();
        lowBin = Math.max(1, (int) Math.round(LOW_HZ / binHz));
        highBin = Math.min(bins - 1, (int) Math.round(HIGH_HZ / binHz));
        flatHighBin = Math.min(bins - 1, (int) Math.round(FLATNESS_HIGH_HZ / binHz));
        chroma = new Chroma(binHz, bins);
        pitch =
                new PitchTracker(
                        (int) format.frames(SPAN_SECONDS), bins, binHz, this::addStability);
        spectrum = new GatedMean(bins);
    }

    @Override
    public void process(AudioBlock block) {
        stft.process(block);
    }

    private void add(float[] power) {
        double sum = 0;
        double moment = 0;
        for (int k = lowBin; k <= highBin; k++) {
            sum += power[k];
            moment += (double) k * power[k];
        }
        spectrum.add(sum, power);
        pitch.add(sum, power);
        if (sum > 0) {
            frame[0] = (float) (binHz * moment / sum);
            frame[1] = chroma.concentration(power);
            frames.add(sum, frame);
            int at = FlatnessScale.classOf(power, lowBin, flatHighBin);
            flatnessClass[at] = 1;
            flatness.add(sum, flatnessClass);
            flatnessClass[at] = 0;
        }
    }

    private void addStability(double power, boolean isStable) {
        stable[0] = isStable ? 1 : 0;
        stability.add(power, stable);
    }

    @Override
    public void describe(Map<Dimension, Double> values) {
        spectrum.mean().map(p -> new PowerSpectrum(p, binHz)).ifPresent(s -> describe(s, values));
        frames.mean()
                .ifPresent(
                        mean -> {
                            values.put(SPECTRAL_CENTROID_HZ, mean[0]);
                            values.put(CHROMA_ENERGY, mean[1]);
                        });
        flatness.mean()
                .ifPresent(shares -> values.put(SPECTRAL_FLATNESS, FlatnessScale.median(shares)));
        stability.mean().ifPresent(mean -> values.put(PITCH_STABILITY, mean[0]));
    }

    private static void describe(PowerSpectrum spectrum, Map<Dimension, Double> values) {
        double all = spectrum.power(LOW_HZ, HIGH_HZ);
        if (!(all > 0)) {
            return;
        }
        double[] powers = spectrum.powers(SEVEN);
        for (int i = 0; i < powers.length; i++) {
            // The seven shares are the first dimensions.
            values.put(Dimension.values()[i], powers[i] / all);
        }
        values.put(BASS_MID_RATIO_DB, ratioDb(spectrum.power(20, 250), spectrum.power(250, 2000)));
        values.put(SPECTRAL_ROLLOFF_HZ, spectrum.rolloffHz(ROLLOFF_SHARE, LOW_HZ, HIGH_HZ));
    }

    private static double ratioDb(double a, double b) {
        return a + b > 0 ? Decibels.ofPower(a) - Decibels.ofPower(b) : 0;
    }
}
