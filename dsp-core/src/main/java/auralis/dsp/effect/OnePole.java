package auralis.dsp.effect;

/** What the loops of reverb and delay have in common: they get duller and end in true silence. */
final class OnePole {
    /** The pole of full damping, at 44.1 kHz: half of the power is gone at 1.6 kHz. */
    private static final double STRONGEST = 0.8;

    private static final double REFERENCE_RATE = 44_100;

    /** Under -400 dBFS a loop is over; float samples would soon become subnormal, which is slow. */
    private static final double SILENCE = 1e-20;

    private OnePole() {}

    /**
     * The pole p of y = x + p · (y' - x), the same low-pass at every rate.
     *
     * @param damping 0 (none) to 1
     */
    static double decay(double damping, double sampleRate) {
        return damping == 0 ? 0 : Math.pow(STRONGEST * damping, REFERENCE_RATE / sampleRate);
    }

    /** A value for a loop. */
    static double flushed(double x) {
        return Math.abs(x) < SILENCE ? 0 : x;
    }
}
