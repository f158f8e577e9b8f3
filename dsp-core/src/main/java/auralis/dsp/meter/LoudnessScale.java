package auralis.dsp.meter;

import auralis.dsp.Decibels;
import java.util.OptionalDouble;

/** The scale of ITU-R BS.1770-5: L = -0.691 + 10 log10(power) LUFS. */
final class LoudnessScale {
    private static final double OFFSET = -0.691;

    private LoudnessScale() {}

    /** The loudness of a K-weighted power; negative infinity for 0. */
    static double lufs(double power) {
        return OFFSET + Decibels.ofPower(power);
    }

    static double power(double lufs) {
        return Decibels.toPower(lufs - OFFSET);
    }

    /** The same, where silence has no loudness. */
    static OptionalDouble reading(double power) {
        return power > 0 ? OptionalDouble.of(lufs(power)) : OptionalDouble.empty();
    }
}
