/**
 * What happens to a library when processes are killed or meet: children that work on a data folder,
 * and what must hold afterwards. Programs of the test tree, run by {@code docs/bench/kill}, and
 * tests that wait for what the children say and never for the clock.
 */
package auralis.library.kill;
