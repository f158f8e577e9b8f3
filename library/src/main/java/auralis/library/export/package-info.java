/**
 * Masters a file into a file: where it goes, what it is called, how it is written, and what was
 * measured before and after. Called by the command line and the window.
 */
package auralis.library.export;
