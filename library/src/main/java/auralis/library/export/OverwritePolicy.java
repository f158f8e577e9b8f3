package auralis.library.export;

/** What happens when a file of the wanted name is there already. */
public enum OverwritePolicy {
    /** "song.flac", "song (2).flac", … */
    NUMBER,
    /** Leaves the file and masters nothing. */
    SKIP,
    /** Replaces the file once the new one is complete; never the source. */
    REPLACE,
    /** Fails with a sentence. */
    FAIL
}
