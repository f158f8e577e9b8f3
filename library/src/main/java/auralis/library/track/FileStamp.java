package auralis.library.track;

/**
 * By what a changed file is recognised without reading it.
 *
 * @param bytes its size
 * @param modifiedMs when it was written, in milliseconds since 1970
 */
public record FileStamp(long bytes, long modifiedMs) {
    /** Of a file that nobody looked at yet: differs from every other. */
    public static final FileStamp UNKNOWN = new FileStamp(-1, 0);
}
