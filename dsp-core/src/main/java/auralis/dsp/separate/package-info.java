/**
 * Takes a mix apart into its stems without a neural model, and puts stems together again. Called by
 * the jobs that separate files and by the stem mixer.
 */
package auralis.dsp.separate;
