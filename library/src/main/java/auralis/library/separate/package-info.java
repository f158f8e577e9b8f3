/**
 * Takes files apart into stems and keeps the stems, so that the same file with the same settings is
 * taken apart once. Called by the jobs that separate, by the exporter of stems and by the mixer.
 */
package auralis.library.separate;
