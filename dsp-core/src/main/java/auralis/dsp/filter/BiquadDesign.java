package auralis.dsp.filter;

import auralis.dsp.Decibels;
import java.util.ArrayList;
import java.util.List;

/**
 * Formulas of second-order sections. Frequencies in Hz between 0 and half the sample rate (both
 * excluded), q > 0 (1/√2 is Butterworth), gains in dB.
 *
 * <p>Unless said otherwise from R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter
 * coefficients" (W3C Audio EQ Cookbook): bilinear transform, so every curve is squeezed towards
 * half the sample rate and exact at {@code hz}.
 */
public final class BiquadDesign {
    /** The q of a maximally flat second-order filter. */
    public static final double BUTTERWORTH_Q = Math.sqrt(0.5);

    private BiquadDesign() {}

    public static BiquadCoefficients lowPass(double hz, double q, double sampleRate) {
        double cos = Math.cos(omega(hz, sampleRate));
        double alpha = alpha(hz, q, sampleRate);
        double b = (1 - cos) / 2;
        return normalised(b, 2 * b, b, 1 + alpha, -2 * cos, 1 - alpha);
    }

    public static BiquadCoefficients highPass(double hz, double q, double sampleRate) {
        double cos = Math.cos(omega(hz, sampleRate));
        double alpha = alpha(hz, q, sampleRate);
        double b = (1 + cos) / 2;
        return normalised(b, -2 * b, b, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /** Gain 1 everywhere; the phase turns by 180° at {@code hz} and by 360° in all. */
    public static BiquadCoefficients allPass(double hz, double q, double sampleRate) {
        double cos = Math.cos(omega(hz, sampleRate));
        double alpha = alpha(hz, q, sampleRate);
        return normalised(1 - alpha, -2 * cos, 1 + alpha, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /** {@code gainDb} at {@code hz}, 0 dB far from it. */
    public static BiquadCoefficients peaking(
            double hz, double gainDb, double q, double sampleRate) {
        double a = Decibels.toGain(gainDb / 2);
        double cos = Math.cos(omega(hz, sampleRate));
        double alpha = alpha(hz, q, sampleRate);
        return normalised(
                1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a);
    }

    /** {@code gainDb} far below {@code hz}, half of it (in dB) at {@code hz}. */
    public static BiquadCoefficients lowShelf(
            double hz, double gainDb, double q, double sampleRate) {
        double a = Decibels.toGain(gainDb / 2);
        double cos = Math.cos(omega(hz, sampleRate));
        double slope = 2 * Math.sqrt(a) * alpha(hz, q, sampleRate);
        return normalised(
                a * ((a + 1) - (a - 1) * cos + slope),
                2 * a * ((a - 1) - (a + 1) * cos),
                a * ((a + 1) - (a - 1) * cos - slope),
                (a + 1) + (a - 1) * cos + slope,
                -2 * ((a - 1) + (a + 1) * cos),
                (a + 1) + (a - 1) * cos - slope);
    }

    /** {@code gainDb} far above {@code hz}, half of it (in dB) at {@code hz}. */
    public static BiquadCoefficients highShelf(
            double hz, double gainDb, double q, double sampleRate) {
        double a = Decibels.toGain(gainDb / 2);
        double cos = Math.cos(omega(hz, sampleRate));
        double slope = 2 * Math.sqrt(a) * alpha(hz, q, sampleRate);
        return normalised(
                a * ((a + 1) + (a - 1) * cos + slope),
                -2 * a * ((a - 1) + (a + 1) * cos),
                a * ((a + 1) + (a - 1) * cos - slope),
                (a + 1) - (a - 1) * cos + slope,
                2 * ((a - 1) - (a + 1) * cos),
                (a + 1) - (a - 1) * cos - slope);
    }

    /**
     * A shelf of gain {@code gain} (linear, 0 makes it a high-pass) below {@code hz} and 1 above
     * it, minimum-phase, monotonic and as steep as a Butterworth filter of that order: |H|² = (Ω^2m
     * + gain²) / (Ω^2m + 1). M. Holters, U. Zölzer, "Parametric Higher-Order Shelving Filters",
     * EUSIPCO 2006.
     *
     * @param order m, even
     */
    public static List<BiquadCoefficients> butterworthLowShelf(
            double hz, double gain, int order, double sampleRate) {
        double k = Math.tan(omega(hz, sampleRate) / 2);
        double kr = k * Math.pow(gain, 1.0 / order);
        List<BiquadCoefficients> sections = new ArrayList<>();
        for (int i = 0; i < order / 2; i++) {
            double damping = 2 * Math.sin((2 * i + 1) * Math.PI / (2 * order));
            sections.add(
                    normalised(
                            1 + damping * kr + kr * kr,
                            2 * (kr * kr - 1),
                            1 - damping * kr + kr * kr,
                            1 + damping * k + k * k,
                            2 * (k * k - 1),
                            1 - damping * k + k * k));
        }
        return sections;
    }

    private static double omega(double hz, double sampleRate) {
        if (!(hz > 0 && hz < sampleRate / 2)) {
            throw new IllegalArgumentException(hz + " Hz at a rate of " + sampleRate + " Hz");
        }
        return 2 * Math.PI * hz / sampleRate;
    }

    private static double alpha(double hz, double q, double sampleRate) {
        if (!(q > 0)) {
            throw new IllegalArgumentException("q " + q);
        }
        return Math.sin(omega(hz, sampleRate)) / (2 * q);
    }

    static BiquadCoefficients normalised(
            double b0, double b1, double b2, double a0, double a1, double a2) {
        return new BiquadCoefficients(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
    }
}
