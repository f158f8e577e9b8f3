package auralis.dsp.spectrum;

import java.util.Arrays;

/**
 * How the mean square of a sound is spread over frequency; full scale is ±1, so a sine of full
 * scale has 1/2. Between two bins the density is taken as linear, so that a band hardly depends on
 * where the bins lie. Immutable.
 */
public final class PowerSpectrum {
    private final double binHz;
    private final double[] power;

    /** The power from 0 Hz to each bin. */
    private final double[] below;

    /**
     * @param power of the bins at 0, binHz, 2 binHz ... ; at least two
     */
    public PowerSpectrum(double[] power, double binHz) {
        this.binHz = binHz;
        this.power = power.clone();
        this.below = new double[power.length];
        for (int k = 1; k < power.length; k++) {
            below[k] = below[k - 1] + (power[k - 1] + power[k]) / 2;
        }
    }

    /** The power between two frequencies (0 Hz itself is no sound). */
    public double power(double lowHz, double highHz) {
        return Math.max(0, below(highHz) - below(lowHz));
    }

    private double below(double hz) {
        double bin = Math.max(0, hz / binHz);
        if (bin >= power.length - 1) {
            return below[power.length - 1];
        }
        int k = (int) bin;
        double part = bin - k;
        return below[k] + part * (power[k] + part * (power[k + 1] - power[k]) / 2);
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
        int at = Arrays.binarySearch(below, wanted);
        int k = at >= 0 ? at - 1 : -at - 2;
        double missing = wanted - below[k];
        // The root of the parabola in the form that stays exact when the density is even.
        double slope = power[k + 1] - power[k];
        double root = Math.sqrt(Math.max(0, power[k] * power[k] + 2 * slope * missing));
        return (k + 2 * missing / (power[k] + root)) * binHz;
    }
}
