package auralis.dsp.spectrum;

/**
 * The average spectra of mid (L + R) / 2 and side (L - R) / 2 of the loud part of a stereo stream.
 *
 * @param widestDb power of the side over that of the mid above 120 Hz in the widest 5 % of the loud
 *     frames of 0.34 s, -60..40 dB
 */
public record StereoSpectrum(PowerSpectrum mid, PowerSpectrum side, double widestDb) {
    private static final double LOWEST_DB = -100;

    /** Power of the side over that of the mid in each of the bands, -100..100 dB. */
    public double[] sideToMidDb(Bands bands) {
        double[] db = new double[bands.count()];
        double[] sides = side.powers(bands);
        double[] mids = mid.powers(bands);
        for (int i = 0; i < db.length; i++) {
            double ratioDb = sides[i] == mids[i] ? 0 : 10 * Math.log10(sides[i] / mids[i]);
            db[i] = Math.min(-LOWEST_DB, Math.max(LOWEST_DB, ratioDb));
        }
        return db;
    }
}
