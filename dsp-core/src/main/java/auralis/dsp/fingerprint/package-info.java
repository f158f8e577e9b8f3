/**
 * What a whole track sounds like, in 25 numbers, and how far two tracks are apart. For the
 * mastering planner, the library and its search for similar tracks.
 */
package auralis.dsp.fingerprint;
