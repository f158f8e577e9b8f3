package auralis.dsp;

/** The only converter between linear values and decibels. */
public final class Decibels {
    private static final double NATURAL_PER_DB = Math.log(10) / 20;

    private Decibels() {}

    /** The amplitude ratio of a level: 10^(dB/20). */
    public static double toGain(double db) {
        return Math.exp(db * NATURAL_PER_DB);
    }

    /** The level of an amplitude ratio (>= 0): 20 log10; negative infinity for 0. */
    public static double ofGain(double gain) {
        return 20 * Math.log10(gain);
    }

    /** The level of a power ratio (>= 0): 10 log10; negative infinity for 0. */
    public static double ofPower(double power) {
        return 10 * Math.log10(power);
    }

    /** The power ratio of a level: 10^(dB/10). */
    public static double toPower(double db) {
        return Math.exp(2 * db * NATURAL_PER_DB);
    }
}
