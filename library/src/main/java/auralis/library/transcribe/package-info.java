/**
 * From a recording to its transcript: it is decoded once, cut at silences, recognised in pieces by
 * an engine, and joined; a crash costs no piece that was done. Called by jobs, commands and the
 * view of transcripts.
 */
package auralis.library.transcribe;
