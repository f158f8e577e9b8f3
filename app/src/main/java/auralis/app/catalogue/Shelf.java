package auralis.app.catalogue;

import auralis.app.browse.album.Covers;
import java.util.Optional;

/**
 * The library as the centre of the window needs it.
 *
 * @param covers of the albums
 * @param folders where the library keeps folders
 * @param analysis where measuring can be held
 */
public record Shelf(
        Tracks tracks, Covers covers, Optional<Folders> folders, Optional<Analysis> analysis) {}
