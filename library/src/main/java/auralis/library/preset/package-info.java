/**
 * Mastering settings with names: those that come with the program and those in files. Called by the
 * command line and the window.
 */
package auralis.library.preset;
