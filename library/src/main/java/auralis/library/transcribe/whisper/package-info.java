/**
 * Hears words by a Whisper model on this computer: whisper.cpp's native code in a child process,
 * what such a model file is, and whether it works. Called by the pipeline, by the model store and,
 * in a child process, by name.
 */
package auralis.library.transcribe.whisper;
