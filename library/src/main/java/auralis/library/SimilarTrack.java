package auralis.library;

import auralis.library.track.Track;

/**
 * A track that sounds like another.
 *
 * @param distance 0 for equal, about 1 for opposite ends of the library
 * @param why in which ways the two are alike and in which they differ, in words; may be empty
 */
public record SimilarTrack(Track track, double distance, String why) {}
