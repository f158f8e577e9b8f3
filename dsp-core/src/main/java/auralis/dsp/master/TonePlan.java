package auralis.dsp.master;

import auralis.dsp.spectrum.Bands;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Decides the gain of each critical band: the long-term spectrum is compared with that of
 * well-received records, and only what lies outside their spread is brought back, partly.
 *
 * <p>The target falls by 5 dB per octave of power density between 100 Hz and 4 kHz and faster
 * beyond, after Pestana, Ma, Reiss, Barbosa and Black, "Spectral characteristics of popular
 * commercial recordings 1950-2010", AES 135 (2013). The level of the target is fitted to the track,
 * so loudness does not matter here.
 */
final class TonePlan {
    /** The spread of good records, within which nothing is corrected. */
    private static final double TOLERANCE_DB = 3.5;

    private static final double EDGE_TOLERANCE_DB = 5.5;

    /** How much of what lies outside is corrected, and the most in any band. */
    private static final double SHARE = 0.5;

    private static final double MOST_DB = 4;

    /**
     * A band so far below the loudest holds nothing worth a boost: a lossy codec's missing top, a
     * bass-less recording.
     */
    private static final double MISSING_DB = 55;

    private TonePlan() {}

    /**
     * @param bandDb power in each band; empty for silence
     * @param share 0..1 of everything, by restraint and settings
     * @return gain of each band in dB
     */
    static List<Double> gainsDb(List<Double> bandDb, MasteringSettings.Tone tone, double share) {
        if (bandDb.isEmpty() || !tone.on()) {
            return Collections.nCopies(Bands.BARK.count(), 0.0);
        }
        double[] correction = smoothed(corrections(bandDb));
        double strongest = Collections.max(bandDb);
        List<Double> gains = new ArrayList<>();
        for (int band = 0; band < Bands.BARK.count(); band++) {
            double wanted =
                    correction[band] * tone.amount() + characterDb(tone, Bands.BARK.centreHz(band));
            double missing = (strongest - bandDb.get(band) - MISSING_DB) / 10;
            double present = 1 - Math.min(1, Math.max(0, missing));
            gains.add(share * (wanted > 0 ? wanted * present : wanted));
        }
        return gains;
    }

    private static double[] corrections(List<Double> bandDb) {
        double[] excess = new double[Bands.BARK.count()];
        double mean = 0;
        for (int band = 0; band < excess.length; band++) {
            excess[band] = bandDb.get(band) - targetDb(band);
            mean += weight(band) * excess[band];
        }
        for (int band = 0; band < excess.length; band++) {
            double outside = beyond(excess[band] - mean, tolerance(band));
            excess[band] = -MOST_DB * Math.tanh(SHARE * outside / MOST_DB);
        }
        return excess;
    }

    /** The part of x outside ±edge, with a soft corner 2 dB wide so that no decision switches. */
    private static double beyond(double x, double edge) {
        double over = Math.abs(x) - edge;
        double soft = over <= -1 ? 0 : over >= 1 ? over : (over + 1) * (over + 1) / 4;
        return Math.copySign(soft, x);
    }

    private static double[] smoothed(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double before = values[Math.max(0, i - 1)];
            double after = values[Math.min(values.length - 1, i + 1)];
            out[i] = 0.25 * before + 0.5 * values[i] + 0.25 * after;
        }
        return out;
    }

    /** Bands at the ends of hearing vary most between good records. */
    private static double tolerance(int band) {
        double hz = Bands.BARK.centreHz(band);
        return hz < 100 || hz > 8000 ? EDGE_TOLERANCE_DB : TOLERANCE_DB;
    }

    /**
     * The level of the target is fitted where records agree, 100 Hz to 6 kHz; the weights sum to 1.
     */
    private static double weight(int band) {
        double hz = Bands.BARK.centreHz(band);
        return hz > 100 && hz < 6000 ? 1.0 / 19 : 0;
    }

    /** Power in a band of the target, in dB. */
    private static double targetDb(int band) {
        double hz = Bands.BARK.centreHz(band);
        double width = Bands.BARK.highHz(band) - Bands.BARK.lowHz(band);
        return densityDb(hz) + 10 * Math.log10(width);
    }

    private static double densityDb(double hz) {
        double octaves = Math.log(hz / 100) / Math.log(2);
        double low = hz < 100 ? 6 * octaves : -5 * Math.min(octaves, 5.32);
        double high = hz > 4000 ? -8 * (octaves - 5.32) : 0;
        return low + high;
    }

    /** What the preset bends: shelves half way at 200 Hz and 8 kHz, a bell around 3.5 kHz. */
    private static double characterDb(MasteringSettings.Tone tone, double hz) {
        double octavesFromPresence = Math.log(hz / 3500) / Math.log(2);
        return tone.bassDb() * shelf(Math.log(200 / hz))
                + tone.airDb() * shelf(Math.log(hz / 8000))
                + tone.presenceDb() * Math.exp(-octavesFromPresence * octavesFromPresence);
    }

    private static double shelf(double x) {
        return 1 / (1 + Math.exp(-3 * x));
    }
}
