/**
 * The queue of work in the background as the user sees and commands it: the table of jobs, what can
 * be done with each, how long it takes. Called by the shell; the queue itself is of the library.
 */
package auralis.app.jobs;
