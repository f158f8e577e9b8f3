/**
 * The vocabulary of the sound engine: what a stream of audio is, and the ports through which it
 * enters, is changed, measured and leaves. Every other package may use it; it depends on none.
 */
package auralis.dsp;
