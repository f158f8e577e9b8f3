/**
 * Sound in motion: a stream heard through processors, for a file ({@link
 * auralis.dsp.engine.ProcessedSource}) or ahead of a listener ({@link
 * auralis.dsp.engine.PlaybackRenderer}). Called by the planner, the library's export and the
 * player.
 */
package auralis.dsp.engine;
