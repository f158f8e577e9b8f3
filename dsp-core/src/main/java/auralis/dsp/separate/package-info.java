/**
 * Takes a mix apart into its stems without any trained model, and puts stems together again. Called
 * by the jobs that separate files and by the stem mixer.
 */
package auralis.dsp.separate;
