/**
 * Changes of the grid that samples lie on: in time (sample rate) and in value (bits, with dither).
 * Decoders, renderers and exporters use it; dither is the very last thing that happens to a stream.
 */
package auralis.dsp.resample;
