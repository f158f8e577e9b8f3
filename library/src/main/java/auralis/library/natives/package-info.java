/**
 * Native libraries that come in jars: in files for as long as it takes to load them. Called by
 * whoever uses native code.
 */
package auralis.library.natives;
