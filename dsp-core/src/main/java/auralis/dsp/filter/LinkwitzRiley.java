package auralis.dsp.filter;

/**
 * Splits one channel at a frequency into a low and a high band (24 dB per octave, -6 dB at the
 * frequency, both in phase) whose sum has the level of the input at every frequency: it is an
 * all-pass, and {@link #allPass} is the same for bands that are not split there.
 *
 * <p>S. Linkwitz, R. Riley, "Active Crossover Networks for Noncoincident Drivers", JAES 24 (1976).
 * The low band is a Butterworth low-pass twice; the squares of low-pass and high-pass of one design
 * add up to the all-pass of the same poles, so the high band is that all-pass less the low band.
 */
public final class LinkwitzRiley {
    private final Biquad lowPass1;
    private final Biquad lowPass2;
    private final Biquad allPass;

    public LinkwitzRiley(double hz, double sampleRate) {
        BiquadCoefficients lowPass =
                BiquadDesign.lowPass(hz, BiquadDesign.BUTTERWORTH_Q, sampleRate);
        this.lowPass1 = new Biquad(lowPass);
        this.lowPass2 = new Biquad(lowPass);
        this.allPass = new Biquad(allPass(hz, sampleRate));
    }

    /** What the sum of both bands is to the input. */
    public static BiquadCoefficients allPass(double hz, double sampleRate) {
        return BiquadDesign.allPass(hz, BiquadDesign.BUTTERWORTH_Q, sampleRate);
    }

    /**
     * Writes the bands of {@code from <= i < to} to the same places of {@code low} and {@code
     * high}, of which one may be the input itself.
     */
    public void split(float[] plane, float[] low, float[] high, int from, int to) {
        for (int i = from; i < to; i++) {
            double x = plane[i];
            double below = lowPass2.next(lowPass1.next(x));
            double above = allPass.next(x) - below;
            low[i] = (float) below;
            high[i] = (float) above;
        }
    }

    public void reset() {
        lowPass1.reset();
        lowPass2.reset();
        allPass.reset();
    }
}
