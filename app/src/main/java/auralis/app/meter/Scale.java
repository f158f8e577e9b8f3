package auralis.app.meter;

/**
 * Where a value stands on a line.
 *
 * @param from the value at its start
 * @param to the value at its end
 * @param length in pixels
 */
record Scale(double from, double to, double length) {
    /** In whole pixels, inside the line; a value that is no number is at the start. */
    double at(double value) {
        double share = (value - from) / (to - from);
        return share > 0 ? Math.round(Math.min(1, share) * length) : 0;
    }
}
