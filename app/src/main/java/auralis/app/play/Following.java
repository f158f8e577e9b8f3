package auralis.app.play;

/**
 * What is to be played after a track, without a gap.
 *
 * @param after number of the track before
 * @param track number of the track that follows
 */
record Following(long after, long track, PlayItem item) {}
