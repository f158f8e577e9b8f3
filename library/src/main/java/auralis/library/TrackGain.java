package auralis.library;

import auralis.library.track.Track;
import java.util.OptionalDouble;

/**
 * By how much a track is to be turned up or down to have the loudness of others (ReplayGain 2.0,
 * EBU R 128).
 *
 * @param trackDb by its own loudness; empty when it is not measured, or silent
 * @param albumDb by that of its album, which all its tracks share; empty without an album
 */
public record TrackGain(Track track, OptionalDouble trackDb, OptionalDouble albumDb) {}
