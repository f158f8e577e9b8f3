package auralis.dsp.meter;

import java.util.OptionalDouble;

/**
 * The ratio of peak to short-term loudness over a stream.
 *
 * @param medianDb of all windows
 * @param lowDb the 5th percentile: the most squashed passages
 */
public record PeakToLoudness(OptionalDouble medianDb, OptionalDouble lowDb) {}
