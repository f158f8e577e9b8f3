/**
 * Mastering: what the user wants ({@link auralis.dsp.master.MasteringSettings}), what a track
 * needs, the immutable numbers that follow ({@link auralis.dsp.master.MasteringPlan}) and the one
 * chain that renders them. Called by the library, which stores plans, and by the player.
 */
package auralis.dsp.master;
