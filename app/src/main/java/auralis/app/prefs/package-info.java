/**
 * What the user prefers over a restart, and the page on which it is chosen. Called by the shell,
 * which has it take effect and keeps it.
 */
package auralis.app.prefs;
