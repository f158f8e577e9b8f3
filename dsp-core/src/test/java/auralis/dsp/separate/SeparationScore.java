package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import java.util.ArrayList;
import java.util.List;

/** How near an estimate of a stem comes to the stem, in decibels. */
final class SeparationScore {
    /** So that silence has a number. */
    private static final double LEAST = 1e-9;

    private SeparationScore() {}

    /**
     * The signal-to-distortion ratio of the Music Demixing Challenge 2021 (Y. Mitsufuji et al.),
     * over all samples and channels.
     */
    static double sdrDb(AudioBlock stem, AudioBlock estimate) {
        return sdrDb(stem, estimate, 0, stem.frames());
    }

    private static double sdrDb(AudioBlock stem, AudioBlock estimate, int from, int to) {
        double signal = 0;
        double error = 0;
        for (int c = 0; c < stem.channels(); c++) {
            for (int i = from; i < to; i++) {
                double s = stem.plane(c)[i];
                double e = s - estimate.plane(c)[i];
                signal += s * s;
                error += e * e;
            }
        }
        return 10 * Math.log10((signal + LEAST) / (error + LEAST));
    }

    /**
     * The same for the best gain of the estimate (J. Le Roux et al., "SDR: half-baked or well
     * done?", ICASSP 2019).
     */
    static double siSdrDb(AudioBlock stem, AudioBlock estimate) {
        double product = 0;
        double square = 0;
        for (int c = 0; c < stem.channels(); c++) {
            for (int i = 0; i < stem.frames(); i++) {
                product += (double) stem.plane(c)[i] * estimate.plane(c)[i];
                square += (double) stem.plane(c)[i] * stem.plane(c)[i];
            }
        }
        double gain = product / square;
        double error = 0;
        for (int c = 0; c < stem.channels(); c++) {
            for (int i = 0; i < stem.frames(); i++) {
                double e = estimate.plane(c)[i] - gain * stem.plane(c)[i];
                error += e * e;
            }
        }
        return 10 * Math.log10(gain * gain * square / error);
    }

    /** The median of the signal-to-distortion ratios of all seconds in which both are heard. */
    static double framewiseSdrDb(AudioBlock stem, AudioBlock estimate, int sampleRate) {
        List<Double> ratios = new ArrayList<>();
        for (int from = 0; from + sampleRate <= stem.frames(); from += sampleRate) {
            int to = from + sampleRate;
            if (isHeard(stem, from, to) && isHeard(estimate, from, to)) {
                ratios.add(sdrDb(stem, estimate, from, to));
            }
        }
        ratios.sort(null);
        return ratios.isEmpty() ? Double.NaN : ratios.get(ratios.size() / 2);
    }

    private static boolean isHeard(AudioBlock sound, int from, int to) {
        for (int c = 0; c < sound.channels(); c++) {
            for (int i = from; i < to; i++) {
                if (Math.abs(sound.plane(c)[i]) > 1e-5) {
                    return true;
                }
            }
        }
        return false;
    }
}
