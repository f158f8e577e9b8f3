/**
 * The window: it places the parts, connects them with each other and with the player, and carries
 * out actions. Called by the composition root only.
 */
package auralis.app.shell;
