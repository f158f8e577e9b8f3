/**
 * Files of sound: everything that decodes, encodes or recognises them, behind the one door {@link
 * auralis.library.media.Media}. Called by the rest of the library and, for playback, by the app.
 */
package auralis.library.media;
