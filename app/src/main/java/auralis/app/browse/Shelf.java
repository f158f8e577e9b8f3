package auralis.app.browse;

import java.util.Optional;

/**
 * The library as the centre of the window needs it.
 *
 * @param folders where the library keeps folders
 * @param analysis where measuring can be held
 */
public record Shelf(Tracks tracks, Optional<Folders> folders, Optional<Analysis> analysis) {}
