package auralis.dsp.master;

import auralis.dsp.spectrum.Bands;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides the gain of each critical band: the long-term spectrum is compared with that of
 * well-received records, and only what lies outside their spread is brought back, partly.
 *
 * <p>The target is, per third octave, a parabola over the logarithm of frequency, the form that
 * Elowsson and Friberg found for 12 345 popular recordings ("Long-term average spectrum in popular
 * music and its relation to the level of the percussion", AES 142, 2017, paper 9762). Its density
 * falls by 5.4 dB per octave between 100 Hz and 4 kHz, where Pestana, Ma, Reiss, Barbosa and Black
 * ("Spectral characteristics of popular commercial recordings 1950-2010", AES 135, 2013) found
 * about 5. Coefficients and spread are fitted to a set of 57 pieces of free music of many styles,
 * to whose third-octave means the curve keeps within 1.5 dB from 63 Hz to 16 kHz.
 *
 * <p>Music is not a smooth curve: a key, a bass line or a hi-hat makes single bands stand out. So
 * what counts is the balance of regions, an excess averaged over about five critical bands. The
 * level of the target is fitted to the track, so loudness does not matter here.
 */
final class TonePlan {
    /** How much of what lies outside is corrected, and the most in any band. */
    private static final double SHARE = 0.5;

    private static final double MOST_DB = 4;

    /** Half the width of the region over which the balance is judged, in critical bands. */
    private static final double REGION_BARK = 2;

    /**
     * A band so far below the loudest holds nothing worth a boost: a lossy codec's missing top, a
     * bass-less recording.
     */
    private static final double MISSING_DB = 55;

    private static final double NOTHING = 1e-9;

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
        double[] present = present(bandDb);
        double[] correction = unmasked(corrections(bandDb, present), Masking.audibility(bandDb));
        return IntStream.range(0, Bands.BARK.count())
                .mapToObj(
                        band -> {
                            double wanted =
                                    characterDb(tone, Bands.BARK.centreHz(band))
                                            + tone.amount() * correction[band];
                            return share * (wanted > 0 ? wanted * present[band] : wanted);
                        })
                .toList();
    }

    /** How much of each band there is to boost: 1, or less for one that is all but empty. */
    private static double[] present(List<Double> bandDb) {
        double strongest = Collections.max(bandDb);
        return bandDb.stream()
                .mapToDouble(db -> 1 - clamped((strongest - db - MISSING_DB) / 10))
                .toArray();
    }

    /**
     * A band that its neighbours mask is not boosted: only they would get louder. Their own boosts
     * shrink towards it, so that the curve stays smooth.
     */
    private static double[] unmasked(double[] correctionDb, double[] heard) {
        double[] boost = new double[correctionDb.length];
        for (int band = 0; band < boost.length; band++) {
            boost[band] = Math.max(0, correctionDb[band]) * heard[band];
        }
        double[] out = new double[boost.length];
        for (int band = 0; band < out.length; band++) {
            double before = boost[Math.max(0, band - 1)];
            double after = boost[Math.min(boost.length - 1, band + 1)];
            double smooth = 0.25 * before + 0.5 * boost[band] + 0.25 * after;
            out[band] = Math.min(boost[band], smooth) + Math.min(0, correctionDb[band]);
        }
        return out;
    }

    private static double[] corrections(List<Double> bandDb, double[] present) {
        int count = Bands.BARK.count();
        double[] excess = new double[count];
        double mean = 0;
        for (int band = 0; band < count; band++) {
            excess[band] = bandDb.get(band) - targetDb(band);
            mean += weight(band) * excess[band];
        }
        double[] correction = new double[count];
        for (int band = 0; band < count; band++) {
            double outside = beyond(region(excess, present, band) - mean, toleranceDb(band));
            correction[band] = -MOST_DB * Math.tanh(SHARE * outside / MOST_DB);
        }
        return correction;
    }

    /** The mean around a band, by a raised cosine, of what is present; 0 where nothing is. */
    private static double region(double[] values, double[] present, int band) {
        double sum = 0;
        double weights = NOTHING;
        for (int i = 0; i < values.length; i++) {
            double distance = Math.abs(i - band) / (REGION_BARK + 1);
            double shape = distance < 1 ? 0.5 + 0.5 * Math.cos(Math.PI * distance) : 0;
            double weight = shape * present[i];
            sum += weight * values[i];
            weights += weight;
        }
        return sum / weights;
    }

    /** The part of x outside ±edge, with a soft corner 2 dB wide so that no decision switches. */
    private static double beyond(double x, double edge) {
        double over = Math.abs(x) - edge;
        double soft = over <= -1 ? 0 : over >= 1 ? over : (over + 1) * (over + 1) / 4;
        return Math.copySign(soft, x);
    }

    private static double clamped(double x) {
        return Math.min(1, Math.max(0, x));
    }

    /**
     * One standard deviation of good records, within which nothing is corrected: 3.2 dB in the
     * middle, more at the ends of hearing.
     */
    private static double toleranceDb(int band) {
        double octaves = octavesFrom1k(Bands.BARK.centreHz(band));
        double below = Math.max(0, -1.74 - octaves);
        double above = Math.max(0, octaves - 2);
        return 3.2 + 0.8 * below * below + 1.5 * above;
    }

    /**
     * The level of the target is fitted where records agree, 100 Hz to 6 kHz; the weights sum to 1.
     */
    private static double weight(int band) {
        double hz = Bands.BARK.centreHz(band);
        return hz > 100 && hz < 6000 ? 1.0 / 19 : 0;
    }

    /** Power in a band of the target, in dB: the curve's density, summed over the band. */
    static double targetDb(int band) {
        double low = Bands.BARK.lowHz(band);
        double ratio = Bands.BARK.highHz(band) / low;
        int parts = 16;
        double power = 0;
        for (int i = 0; i < parts; i++) {
            double hz = low * Math.pow(ratio, (i + 0.5) / parts);
            power += Math.pow(10, thirdOctaveDb(hz) / 10) * Math.log(ratio) / parts;
        }
        return 10 * Math.log10(power);
    }

    /** The target per third octave: a parabola, and a roll-off of 12 dB per octave at 55 Hz. */
    static double thirdOctaveDb(double hz) {
        double octaves = octavesFrom1k(hz);
        double rollOff = 10 * Math.log10(1 + Math.pow(55 / hz, 4));
        return -2.8 * octaves - 0.31 * octaves * octaves - rollOff;
    }

    private static double octavesFrom1k(double hz) {
        return Math.log(hz / 1000) / Math.log(2);
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
