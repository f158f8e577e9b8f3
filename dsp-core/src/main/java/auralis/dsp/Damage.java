package auralis.dsp;

/**
 * A stretch of a stream that could not be decoded and was replaced by silence.
 *
 * @param frame where it starts
 * @param frames how long it is
 */
public record Damage(long frame, long frames) {}
