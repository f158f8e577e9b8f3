/**
 * The stems of tracks in the window: having a track taken apart, mixing its stems while they are
 * heard, and writing them into files. Called by the shell.
 */
package auralis.app.stems;
