/**
 * The program itself: where it starts, its command line, and the only place where the parts are
 * wired together. Nothing calls this package.
 */
package auralis.app;
