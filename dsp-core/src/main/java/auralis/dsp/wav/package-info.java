/**
 * Uncompressed files of sound (WAV with RF64 and W64, AIFF) on byte channels, with no dependency.
 * Called by the library's media door, which knows files and their names.
 */
package auralis.dsp.wav;
