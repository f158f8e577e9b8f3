package auralis.dsp.engine;

/**
 * What the meters show at a moment.
 *
 * @param number grows by one for each reading
 * @param track of which it is
 * @param reductionDb gain reduction of the mastered side as a bar shows it, in dB >= 0
 * @param heldReductionDb the largest of the last second
 */
public record MeterReading(
        long number,
        long track,
        SideReading original,
        SideReading mastered,
        double reductionDb,
        double heldReductionDb) {
    /** Before anything was heard. */
    public static final MeterReading NONE =
            new MeterReading(0, 0, SideReading.NONE, SideReading.NONE, 0, 0);
}
