/**
 * Work in the background that survives a crash: what there is to do, in which order and state, and
 * the workers that do it. Called by commands and by the window; knows everything in the library.
 */
package auralis.library.job;
