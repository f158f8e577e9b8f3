/**
 * Sound in motion: running a stream through processors for a file ({@link
 * auralis.dsp.engine.ProcessedSource}) or for the ear. Called by the planner, the library's export
 * and the player.
 */
package auralis.dsp.engine;
