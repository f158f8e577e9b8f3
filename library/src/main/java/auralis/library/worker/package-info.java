/**
 * Work in a process of its own, so that native code that crashes takes nothing else with it: the
 * parent's side, the child's side and what they say to each other. Called by whoever uses native
 * code, and by the program's command that is the child.
 */
package auralis.library.worker;
