/**
 * What the library knows: tracks, albums, artists, playlists, folders, and the ports through which
 * they are kept. Records for everybody; the ports are filled by {@code auralis.library.db} and
 * called by the library.
 */
package auralis.library.track;
