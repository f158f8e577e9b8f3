/**
 * Pages that lie over the window until they are closed, and keep the keyboard while they do. Called
 * by whatever has more to ask or to tell than fits into a line.
 */
package auralis.app.sheet;
