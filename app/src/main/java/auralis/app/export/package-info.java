/**
 * Keeping what mastering made: tracks become files in a folder, one after the other, in the
 * background. Called by the shell.
 */
package auralis.app.export;
