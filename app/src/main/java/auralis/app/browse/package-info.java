/**
 * The list of tracks: dropping music in, searching, sorting, and what the analysis found. Called by
 * the shell, which places it and plays what is chosen.
 */
package auralis.app.browse;
