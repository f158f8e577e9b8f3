package auralis.library.track;

/** Whether the file of a track can be reached. */
public enum Presence {
    PRESENT,

    /** Its folder is there, the file is not. */
    MISSING,

    /** Its folder cannot be reached: a disk or a network that is not connected. */
    OFFLINE
}
