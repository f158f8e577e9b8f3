/**
 * Mastering as the user meets it: the switch between original and mastered, the settings, and what
 * is done to the track in words. Called by the shell, which tells it what plays.
 */
package auralis.app.master;
