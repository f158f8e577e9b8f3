/**
 * The user's playlists in the window: their lines in the side bar, their tracks in an order by
 * hand, their files. Called by the shell, which puts the window together.
 */
package auralis.app.playlist;
