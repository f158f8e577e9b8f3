/**
 * Short-time and long-term spectra over one Fourier transform. For every package of the sound
 * engine that looks at or works in frequency.
 */
package auralis.dsp.spectrum;
