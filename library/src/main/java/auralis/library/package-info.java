/**
 * The door to everything that knows files: tracks, their analyses and plans. The window and the
 * command line call this package; those below it are called through it.
 */
package auralis.library;
