package auralis.library;

import auralis.library.track.Playlist;
import java.util.List;

/**
 * What came of reading a playlist.
 *
 * @param added how many tracks are new in the library by it
 * @param missing entries that are not in it, as the file names them: files that are not there, and
 *     what is no file
 */
public record PlaylistImport(Playlist playlist, long added, List<String> missing) {}
