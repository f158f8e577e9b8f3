/**
 * What can be told of a recording without a model: where somebody speaks, and where in it the words
 * of a text are that the user knows. Called by the pipeline of transcription; invents no words.
 */
package auralis.library.transcribe.align;
