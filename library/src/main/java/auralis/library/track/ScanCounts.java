package auralis.library.track;

/**
 * What a scan found.
 *
 * @param folders that were looked into
 * @param found files of sound
 * @param added files that became tracks
 * @param changed tracks whose file is another than before
 * @param moved tracks whose file was found elsewhere
 * @param missing tracks whose file is gone
 */
public record ScanCounts(
        long folders, long found, long added, long changed, long moved, long missing) {
    public static final ScanCounts NOTHING = new ScanCounts(0, 0, 0, 0, 0, 0);
}
