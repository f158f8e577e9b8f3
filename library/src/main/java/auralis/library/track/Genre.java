package auralis.library.track;

/**
 * A genre as the tags name it.
 *
 * @param id stable while there are tracks
 */
public record Genre(long id, String name, int tracks) {}
