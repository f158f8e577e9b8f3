/**
 * Tells what was done to files: a page for a browser and for paper, JSON, or a table. Called by the
 * command line and the window, which hand over what their batches came to.
 */
package auralis.library.report;
