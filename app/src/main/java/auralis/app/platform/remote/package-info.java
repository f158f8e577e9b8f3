/**
 * The desktop as a remote control of the player: media keys, panels that show what plays, and
 * notifications. The window tells it what plays and obeys its commands; where a desktop offers
 * nothing of the kind, nothing happens.
 */
package auralis.app.platform.remote;
