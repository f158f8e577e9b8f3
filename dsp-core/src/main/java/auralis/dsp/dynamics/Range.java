package auralis.dsp.dynamics;

/** The check that every setting of this package goes through. */
final class Range {
    private Range() {}

    /**
     * @throws IllegalArgumentException unless {@code from <= value <= to}
     */
    static void check(String name, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(
                    name + " " + value + " is not in " + from + ".." + to);
        }
    }
}
