/**
 * Keeps the library safe: copies of the database, the lock on the data folder, and what the user
 * entered as one file. Called by the library, its database and the command line.
 */
package auralis.library.backup;
