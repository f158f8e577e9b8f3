/**
 * All that is measured of a track, in one decoding. Called by the library, which stores it, and
 * read by the mastering planner.
 */
package auralis.dsp.analysis;
