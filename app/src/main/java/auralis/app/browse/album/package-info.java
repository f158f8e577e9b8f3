/**
 * What groups of tracks look like: albums as a wall of covers, artists and genres as lists. Called
 * by the centre of the window, which fills them and opens what is chosen.
 */
package auralis.app.browse.album;
