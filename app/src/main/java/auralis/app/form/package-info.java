/**
 * What looks the same wherever it stands: the lines of a form, and the sight of a place where
 * nothing is yet. Called by the pages, sheets and panels of the window.
 */
package auralis.app.form;
