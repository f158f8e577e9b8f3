package auralis.dsp.master;

import java.util.Locale;

/**
 * The two-dimensional loudness restraint: integrated loudness and crest factor decide how much a
 * track may be pushed. Material that is loud already is never pushed further: it is given room
 * (over-compressed) or left alone (dynamic).
 *
 * <p>The region is a word for people. What is done follows the three weights, which sum to 1 and
 * cross the borders smoothly over about ±1 LU and ±1 dB, so that 0.01 dB of input never switches a
 * decision.
 *
 * @param expansionFactor 0.1..1 for compressed loud material, otherwise 0
 * @param compressedLoud weight 0..1
 * @param dynamicLoud weight 0..1
 * @param quiet weight 0..1
 */
public record LoudnessRestraint(
        Region region,
        double expansionFactor,
        double compressedLoud,
        double dynamicLoud,
        double quiet,
        String message) {

    public static final double LOUD_LUFS = -12;
    public static final double DYNAMIC_CREST_DB = 13;

    public enum Region {
        COMPRESSED_LOUD,
        DYNAMIC_LOUD,
        QUIET
    }

    /**
     * @param lufs integrated loudness
     * @param crestDb sample peak minus gated RMS
     */
    public static LoudnessRestraint of(double lufs, double crestDb) {
        double loud = rise(lufs - LOUD_LUFS);
        double dynamic = rise(crestDb - DYNAMIC_CREST_DB);
        Region region = region(lufs, crestDb);
        double factor = factor(crestDb);
        return new LoudnessRestraint(
                region,
                region == Region.COMPRESSED_LOUD ? factor : 0,
                loud * (1 - dynamic),
                loud * dynamic,
                1 - loud,
                message(region, lufs, crestDb, factor));
    }

    /** Of a track that has no loudness: silence, or less than a block of 400 ms. */
    public static LoudnessRestraint nothingToMeasure() {
        String message = "Silent, or too short to measure";
        return new LoudnessRestraint(Region.QUIET, 0, 0, 0, 1, message);
    }

    /** The expansion that is carried out: fades over the border of the region, without a step. */
    public double effectiveExpansion(double crestDb) {
        return compressedLoud * factor(crestDb);
    }

    private static double factor(double crestDb) {
        return Math.min(1, Math.max(0.1, (DYNAMIC_CREST_DB - crestDb) / 10));
    }

    private static Region region(double lufs, double crestDb) {
        if (lufs <= LOUD_LUFS) {
            return Region.QUIET;
        }
        return crestDb < DYNAMIC_CREST_DB ? Region.COMPRESSED_LOUD : Region.DYNAMIC_LOUD;
    }

    private static String message(Region region, double lufs, double crestDb, double factor) {
        return switch (region) {
            case COMPRESSED_LOUD ->
                    format(
                            "Compressed loud material (%.1f LUFS, crest %.1f dB): expansion %.2f to"
                                    + " restore dynamics",
                            lufs, crestDb, factor);
            case DYNAMIC_LOUD ->
                    format(
                            "Dynamic loud material (%.1f LUFS, crest %.1f dB): loudness and"
                                    + " dynamics are kept",
                            lufs, crestDb);
            case QUIET ->
                    format(
                            "Material with room (%.1f LUFS, crest %.1f dB): full processing"
                                    + " towards the target",
                            lufs, crestDb);
        };
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    /** 0 below −1, 1 above +1, and a cubic of slope ≤ 0.75 between. */
    private static double rise(double x) {
        double t = Math.min(1, Math.max(0, (x + 1) / 2));
        return t * t * (3 - 2 * t);
    }
}
