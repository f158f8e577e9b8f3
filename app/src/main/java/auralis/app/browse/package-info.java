/**
 * The centre of the window: dropping music in, searching, the list of tracks and the views of
 * albums, artists, genres, missing files and problems. Called by the shell, which places it and
 * plays what is chosen.
 */
package auralis.app.browse;
