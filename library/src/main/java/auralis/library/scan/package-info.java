/**
 * Compares the library with the disk: finds files of sound, looks at them, follows them when they
 * move. Called by the library; knows the ports of {@code auralis.library.track} only.
 */
package auralis.library.scan;
