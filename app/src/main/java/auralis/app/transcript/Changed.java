package auralis.app.transcript;

import auralis.library.transcript.Transcript;

/**
 * A changed transcript.
 *
 * @param segment the number of the one to look at now; -1 for none
 */
record Changed(Transcript transcript, int segment) {}
