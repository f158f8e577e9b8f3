/**
 * Where somebody speaks or sings, and where in a recording known words are. Called by the
 * transcription of the library; knows nothing of files and engines.
 */
package auralis.dsp.speech;
