/**
 * The library as the window sees it: its tracks as rows, the search and the place that decide which
 * of them are listed, what is counted and what goes on in the background. Called by the centre of
 * the window, which shows it, and by the shell; it knows no nodes.
 */
package auralis.app.catalogue;
