package auralis.library.scan;

import auralis.library.track.Root;
import auralis.library.track.ScanProblem;
import java.nio.file.Path;
import java.util.List;

/**
 * What a scan found and did, in words and numbers that can be kept and printed.
 *
 * @param offline folders that could not be reached
 */
public record ScanSummary(
        long found,
        long added,
        long changed,
        long moved,
        long missing,
        List<String> offline,
        List<Problem> problems,
        double elapsedSeconds) {

    /** A file or folder that could not be used. */
    public record Problem(String file, String reason) {
        private static Problem of(ScanProblem problem) {
            return new Problem(problem.path().toString(), problem.reason());
        }

        @Override
        public String toString() {
            String name = String.valueOf(Path.of(file).getFileName());
            return reason.contains(name) ? reason : file + ": " + reason;
        }
    }

    public static ScanSummary of(ScanReport report) {
        return new ScanSummary(
                report.found(),
                report.added(),
                report.changed(),
                report.moved(),
                report.missing(),
                report.offlineRoots().stream().map(Root::folder).map(Path::toString).toList(),
                report.problems().stream().map(Problem::of).toList(),
                report.elapsed().toMillis() / 1e3);
    }
}
