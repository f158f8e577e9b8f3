package auralis.library.separate;

/**
 * How a mix is taken apart. Equal settings make equal stems.
 *
 * @param model {@link #BUILT_IN}, or the id of a neural model
 * @param shifts how many times a neural model looks at every place, each time otherwise aligned,
 *     1..10; the mean is a little better than one
 * @param overlap of the pieces that a neural model sees, 0..0.9
 * @param residual whether what a neural model leaves over goes into another stem, so that all stems
 *     add up to the mix
 */
public record SeparationSettings(String model, int shifts, double overlap, boolean residual) {
    /** The separator that needs no model. */
    public static final String BUILT_IN = "builtin";

    /** Basic quality, at once and everywhere. */
    public static final SeparationSettings CLASSIC = with(BUILT_IN);

    private static final int MOST_SHIFTS = 10;
    private static final double MOST_OVERLAP = 0.9;
    private static final double USUAL_OVERLAP = 0.25;

    public SeparationSettings {
        if (model.isBlank()) {
            throw new IllegalArgumentException("no model");
        }
        if (shifts < 1 || shifts > MOST_SHIFTS) {
            throw new IllegalArgumentException(shifts + " shifts");
        }
        if (!(overlap >= 0 && overlap <= MOST_OVERLAP)) {
            throw new IllegalArgumentException("an overlap of " + overlap);
        }
    }

    /** A model as it is usually run. */
    public static SeparationSettings with(String model) {
        return new SeparationSettings(model, 1, USUAL_OVERLAP, true);
    }

    public boolean isBuiltIn() {
        return model.equals(BUILT_IN);
    }
}
