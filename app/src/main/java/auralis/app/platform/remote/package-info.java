/**
 * The desktop beyond the window: a remote control of the player by media keys and by panels that
 * show what plays, notifications, and whether the computer may fall asleep. The window tells and
 * asks it; where a desktop offers nothing of the kind, nothing happens.
 */
package auralis.app.platform.remote;
