/**
 * Speech recognition by a server that speaks as OpenAI's does, and where the user keeps how it is
 * reached. Called by the pipeline, the preferences and the command line; sound leaves the computer
 * nowhere else.
 */
package auralis.library.transcribe.remote;
