package auralis.library.scan;

import auralis.dsp.Progress;
import auralis.library.track.Activity;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Root;
import auralis.library.track.ScanCounts;
import auralis.library.track.ScanProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what a scan does, and tells it five times a second. */
final class ScanTally {
    private static final long TELL_NANOS = 200_000_000;

    private final Progress progress;
    private final LibraryEvents events;
    private final List<ScanProblem> problems = new ArrayList<>();
    private final List<Root> offline = new ArrayList<>();
    private final long startNanos = System.nanoTime();
    private long toldNanos = startNanos;
    private long toldDone;
    private long toldTotal;
    private long expected;
    private boolean allFound;
    private long folders;
    private long found;
    private long done;
    long added;
    long changed;
    long moved;
    long missing;

    ScanTally(Progress progress, LibraryEvents events) {
        this.progress = progress;
        this.events = events;
        progress.phase("scanning");
    }

    void folder() {
        folders++;
    }

    void found() {
        found++;
    }

    void done() {
        done++;
    }

    /** How many files the library knows there. */
    void expect(long files) {
        expected += files;
    }

    void allFound() {
        allFound = true;
    }

    void problem(Path path, String sentence) {
        problems.add(new ScanProblem(path, sentence));
    }

    void offline(Root root) {
        offline.add(root);
    }

    List<ScanProblem> problems() {
        return problems;
    }

    ScanReport report() {
        return new ScanReport(
                found,
                added,
                changed,
                moved,
                missing,
                List.copyOf(offline),
                List.copyOf(problems),
                elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private long total() {
        return allFound ? found : Math.max(expected, found);
    }

    void tell() {
        if (System.nanoTime() - toldNanos >= TELL_NANOS) {
            toldNanos = System.nanoTime();
            tell(Activity.State.RUNNING);
        }
    }

    void ended() {
        tell(Activity.State.ENDED);
    }

    private void tell(Activity.State state) {
        if (total() != toldTotal) {
            progress.total(total());
            toldTotal = total();
        }
        progress.advance(done - toldDone);
        toldDone = done;
        events.tell(
                new LibraryEvent.ActivityChanged(
                        new Activity(
                                Activity.Kind.SCAN,
                                state,
                                done,
                                total(),
                                problems.size(),
                                remaining(),
                                Optional.of(
                                        new ScanCounts(
                                                folders, found, added, changed, moved, missing)))));
    }

    private Optional<Duration> remaining() {
        if (!allFound || done == 0) {
            return Optional.empty();
        }
        double secondsPerFile = elapsed().toNanos() * 1e-9 / done;
        return Optional.of(Duration.ofMillis((long) (1000 * secondsPerFile * (found - done))));
    }
}
