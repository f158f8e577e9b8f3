/**
 * Playlists in files, M3U and XSPF, as other players write and read them. Called by the library's
 * import and export of playlists.
 */
package auralis.library.playlist;
