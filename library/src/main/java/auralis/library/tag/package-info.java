/**
 * The tags of files of sound as they are stored: read, changed and written into a copy that keeps
 * everything else byte for byte. Called by {@link auralis.library.media}, which is the door to
 * files.
 */
package auralis.library.tag;
