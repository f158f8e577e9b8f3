package auralis.dsp.speech;

/**
 * A stretch of time.
 *
 * @param start in seconds from the beginning of the sound
 * @param end in seconds, not before the start
 */
public record Span(double start, double end) {
    public Span {
        if (!(start >= 0 && end >= start)) {
            throw new IllegalArgumentException("from " + start + " s to " + end + " s");
        }
    }

    /** Length in seconds. */
    public double seconds() {
        return end - start;
    }

    /** How long it runs together with another, in seconds. */
    public double overlap(Span other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    /** The same, later by so many seconds. */
    public Span later(double seconds) {
        return new Span(start + seconds, end + seconds);
    }
}
