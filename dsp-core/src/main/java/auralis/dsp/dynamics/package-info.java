/**
 * Processors whose gain follows the level of the sound: the compressor and the true-peak limiter.
 * The mastering chain and the effects use them; nothing but dither may stand behind the limiter.
 */
package auralis.dsp.dynamics;
