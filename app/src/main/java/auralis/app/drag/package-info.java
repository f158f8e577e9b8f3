/**
 * What the lists of the window have in common when lines are dragged among them: where a line would
 * go, and how that is seen. Called by the parts of the window that show lists.
 */
package auralis.app.drag;
