package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The progress of jobs on standard error: on a terminal one line for all that renews itself,
 * otherwise a plain line for each phase of each. Any thread.
 */
final class JobLines implements AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;

    /** A job of unknown length counts like a song. */
    private static final double USUAL_SECONDS = 240;

    private final PrintStream out;
    private final RenewedLine line;
    private final boolean terminal;
    private final boolean quiet;
    private final long start = System.nanoTime();

    // ---- under this
    private final Map<Long, String> phases = new HashMap<>();
    private long drawn;
    private boolean closed;

    JobLines(PrintStream out, boolean terminal, boolean quiet) {
        this.out = out;
        this.line = new RenewedLine(out);
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** Tells how jobs stand, all that are worked off. */
    synchronized void show(List<Job> jobs) {
        if (quiet || closed) {
            return;
        }
        if (!terminal) {
            jobs.stream().filter(JobLines::isBegun).forEach(this::tellPhase);
            return;
        }
        long now = System.nanoTime();
        if (now - drawn > REDRAW_NANOS && jobs.stream().anyMatch(JobLines::isBegun)) {
            drawn = now;
            line.write(text(jobs, (now - start) / 1e9));
        }
    }

    private static boolean isBegun(Job job) {
        return job.stored().owner().isPresent()
                && job.stored().phase().filter(phase -> !phase.equals(Job.FIRST_PHASE)).isPresent();
    }

    private void tellPhase(Job job) {
        String phase = job.stored().phase().orElseThrow();
        if (!phase.equals(phases.put(job.id(), phase))) {
            out.println(Words.printable(name(job) + ": " + phase));
        }
    }

    static String text(List<Job> jobs, double seconds) {
        double all = 0;
        double done = 0;
        double audio = 0;
        for (Job job : jobs) {
            double weight = job.stored().audioSeconds().orElse(USUAL_SECONDS);
            all += weight;
            done += weight * (job.state().ended() ? 1 : job.stored().fraction());
            audio += job.stored().audioSeconds().orElse(0);
        }
        double fraction = all > 0 ? done / all : 0;
        long ended = jobs.stream().filter(job -> job.state().ended()).count();
        String count = jobs.size() > 1 ? ended + "/" + jobs.size() + "  " : "";
        return RenewedLine.bar(fraction)
                + RenewedLine.pace(fraction, seconds, audio)
                + count
                + jobs.stream()
                        .filter(JobLines::isBegun)
                        .map(JobLines::doing)
                        .collect(Collectors.joining(", "));
    }

    private static String doing(Job job) {
        String phase =
                job.state() == JobState.PAUSED ? "paused" : job.stored().phase().orElseThrow();
        return phase + ' ' + name(job);
    }

    private static String name(Job job) {
        return String.valueOf(job.source().getFileName());
    }

    /** Does what prints something else. */
    synchronized void aside(Runnable print) {
        line.clear();
        print.run();
    }

    @Override
    public synchronized void close() {
        closed = true;
        line.clear();
    }
}
