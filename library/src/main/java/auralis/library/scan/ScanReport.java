package auralis.library.scan;

import auralis.library.track.Root;
import auralis.library.track.ScanProblem;
import java.time.Duration;
import java.util.List;

/**
 * What a scan found and did.
 *
 * @param found files of sound
 * @param added files that became tracks, or came back as tracks
 * @param changed tracks whose file is another than before
 * @param moved tracks whose file was found elsewhere
 * @param missing tracks whose file is gone since the last scan
 * @param offlineRoots folders that could not be reached; nothing of theirs was touched
 * @param problems files and folders that could not be used
 */
public record ScanReport(
        long found,
        long added,
        long changed,
        long moved,
        long missing,
        List<Root> offlineRoots,
        List<ScanProblem> problems,
        Duration elapsed) {}
