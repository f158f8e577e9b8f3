package auralis.dsp.filter;

/**
 * The two sections of the K-weighting of ITU-R BS.1770-5 at any sample rate.
 *
 * <p>The standard tabulates them at 48 kHz only. The parameters below are those of the analogue
 * prototypes whose bilinear transform gives that table to ten digits; other rates transform the
 * same prototypes. The table leaves the numerator of the high-pass at 1, -2, 1, which is a gain
 * that depends on the rate: here every rate is given the gain that the table has at 997 Hz (+0.691
 * dB), the frequency at which the standard calibrates the meter. The curves of all rates from 44.1
 * kHz then agree up to 20 kHz: within 0.011 dB to a rate of 96 kHz, within 0.013 dB to 192 kHz.
 */
public final class KWeightingDesign {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_GAIN = Math.pow(10, 3.999843853973347 / 20);
    private static final double SHELF_BAND_GAIN = Math.pow(SHELF_GAIN, 0.4996667741545416);
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;

    private static final int TABLE_RATE = 48_000;
    private static final double CALIBRATION_HZ = 997;

    private KWeightingDesign() {}

    /** Stage 1: the acoustic effect of the head, a high shelf of +4 dB. */
    public static BiquadCoefficients shelf(double sampleRate) {
        double k = warped(SHELF_HZ, sampleRate);
        double kq = k / SHELF_Q;
        double kk = k * k;
        return BiquadDesign.normalised(
                SHELF_GAIN + SHELF_BAND_GAIN * kq + kk,
                2 * (kk - SHELF_GAIN),
                SHELF_GAIN - SHELF_BAND_GAIN * kq + kk,
                1 + kq + kk,
                2 * (kk - 1),
                1 - kq + kk);
    }

    /** Stage 2: the revised low-frequency B curve, with the gain that makes all rates agree. */
    public static BiquadCoefficients highPass(double sampleRate) {
        // Rates below 8 kHz, where 997 Hz is warped, are calibrated lower.
        double hz = Math.min(CALIBRATION_HZ, sampleRate / 8);
        double gain = tableMagnitude(hz, TABLE_RATE) / tableMagnitude(hz, sampleRate);
        return highPassOfTable(sampleRate).times(gain);
    }

    private static double tableMagnitude(double hz, double sampleRate) {
        return shelf(sampleRate).magnitude(hz, sampleRate)
                * highPassOfTable(sampleRate).magnitude(hz, sampleRate);
    }

    private static BiquadCoefficients highPassOfTable(double sampleRate) {
        double k = warped(HIGH_PASS_HZ, sampleRate);
        double kq = k / HIGH_PASS_Q;
        double a0 = 1 + kq + k * k;
        return new BiquadCoefficients(1, -2, 1, 2 * (k * k - 1) / a0, (1 - kq + k * k) / a0);
    }

    /** The bilinear frequency; kept below half of very low rates, so that they stay stable. */
    private static double warped(double hz, double sampleRate) {
        return Math.tan(Math.PI * Math.min(hz / sampleRate, 0.45));
    }
}
