/**
 * The editor of tags: what files say of themselves, for one track or many at once. Called by the
 * shell, which puts the window together.
 */
package auralis.app.tag;
