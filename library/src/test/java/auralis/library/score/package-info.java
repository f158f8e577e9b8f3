/**
 * The scoreboard: masters real music by the road of the export and measures what the sound engine
 * promises, with measures of its own that are slow and plain. A program of the test tree, run by
 * {@code docs/bench/scoreboard}; nothing else calls it.
 */
package auralis.library.score;
