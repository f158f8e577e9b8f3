/**
 * Rendering a whole stream: the look-ahead that a player listens to. Called by the player; knows
 * ports and processors and nothing of files or devices.
 */
package auralis.dsp.engine;
