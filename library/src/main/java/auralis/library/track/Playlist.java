package auralis.library.track;

import java.util.Optional;

/**
 * A list of tracks that has a name.
 *
 * @param search of a smart playlist, which holds what it finds; empty for one that the user fills
 * @param tracks how many the user put in; 0 for a smart one
 */
public record Playlist(long id, String name, Optional<String> search, int tracks) {}
