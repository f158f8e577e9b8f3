/**
 * What lies between two channels: the width of the image, how to change it, and how to measure it.
 * The mastering chain, the fingerprint and the meters of the window use it.
 */
package auralis.dsp.stereo;
