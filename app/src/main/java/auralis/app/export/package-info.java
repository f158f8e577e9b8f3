/**
 * From the wish to keep what mastering made to the work for it: where the files go, how they are
 * called and written, what happens with files that are there. Called by the shell.
 */
package auralis.app.export;
