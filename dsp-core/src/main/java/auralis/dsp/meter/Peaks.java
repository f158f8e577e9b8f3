package auralis.dsp.meter;

import java.util.OptionalDouble;

/**
 * The peaks of a stream over all channels; empty for digital silence.
 *
 * @param truePeakDbtp of the continuous signal, never under the sample peak
 * @param samplePeakDbfs of the samples
 */
public record Peaks(OptionalDouble truePeakDbtp, OptionalDouble samplePeakDbfs) {}
