/**
 * Processors whose gain follows the level of the sound: compressors, the expander, clippers and
 * their repair, and the true-peak limiter. The mastering chain and the effects use them; nothing
 * but dither may stand behind the limiter.
 */
package auralis.dsp.dynamics;
