package auralis.dsp.spectrum;

import java.util.Arrays;

/**
 * How the mean square of a sound is spread over frequency; full scale is ±1, so a sine of full
 * scale has 1/2. Immutable.
 */
public final class PowerSpectrum {
    private final double binHz;

    /** The power below the lower edge of each bin; bin k reaches from k - 1/2 to k + 1/2. */
    private final double[] cumulative;

    /**
     * @param power of the bins at 0, binHz, 2 binHz ...
     */
    public PowerSpectrum(double[] power, double binHz) {
        this.binHz = binHz;
        this.cumulative = new double[power.length + 1];
        for (int k = 0; k < power.length; k++) {
            cumulative[k + 1] = cumulative[k] + power[k];
        }
    }

    /** The power between two frequencies; a bin that an edge cuts counts in proportion. */
    public double power(double lowHz, double highHz) {
        return Math.max(0, below(highHz) - below(lowHz));
    }

    private double below(double hz) {
        double bin = hz / binHz + 0.5;
        if (!(bin > 0)) {
            return 0;
        }
        int whole = (int) bin;
        if (whole >= cumulative.length - 1) {
            return cumulative[cumulative.length - 1];
        }
        return cumulative[whole] + (bin - whole) * (cumulative[whole + 1] - cumulative[whole]);
    }

    /** The power in each of the bands. */
    public double[] powers(Bands bands) {
        double[] powers = new double[bands.count()];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = power(bands.lowHz(i), bands.highHz(i));
        }
        return powers;
    }

    /**
     * The frequency up to which a share (0..1) of the power between two frequencies lies; the lower
     * one where there is no power.
     */
    public double rolloffHz(double share, double lowHz, double highHz) {
        double start = below(lowHz);
        double wanted = start + share * (below(highHz) - start);
        if (!(wanted > start)) {
            return lowHz;
        }
        int k = Arrays.binarySearch(cumulative, wanted);
        k = Math.max(0, k < 0 ? -k - 2 : k - 1);
        double part = (wanted - cumulative[k]) / (cumulative[k + 1] - cumulative[k]);
        return (k + part - 0.5) * binHz;
    }
}
