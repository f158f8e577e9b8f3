package auralis.library.track;

/**
 * Who made tracks.
 *
 * @param id stable while there are tracks
 */
public record Artist(long id, String name, int albums, int tracks) {}
