/**
 * Effects that the user put into the data folder as jars: found, loaded and kept from doing harm.
 * Called by the program's start, which hands the catalogue on.
 */
package auralis.library.effect;
