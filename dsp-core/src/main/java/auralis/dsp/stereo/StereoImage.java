package auralis.dsp.stereo;

import java.util.OptionalDouble;

/**
 * How two channels relate.
 *
 * @param width rms of the side over the sum of the rms of mid and side: 0 mono, 0.5 one channel
 *     alone, 1 opposite phase; empty for silence
 * @param correlation Pearson's, -1..1; empty when a channel is silent
 */
public record StereoImage(OptionalDouble width, OptionalDouble correlation) {}
