/**
 * Measures streams: loudness after ITU-R BS.1770 and EBU R 128, true peak, and the picture of the
 * waveform. Anyone who has an audio stream may use it; it never changes a sample.
 */
package auralis.dsp.meter;
