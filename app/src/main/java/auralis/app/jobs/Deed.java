package auralis.app.jobs;

import auralis.library.job.Job;
import auralis.library.job.Work;
import auralis.library.report.JobReports;
import auralis.library.track.JobState;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the user can do with a job. Which of them are offered follows from the state of the job and
 * from nothing else; the order here is that of buttons and menus.
 */
enum Deed {
    HOLD("jobs.hold", "mdi2p-pause", JobState.PENDING),
    PAUSE("jobs.stand", "mdi2p-pause", JobState.RUNNING),
    RESUME("jobs.resume", "mdi2p-play", JobState.HELD, JobState.PAUSED, JobState.INTERRUPTED),
    RETRY("jobs.again", "mdi2r-refresh", JobState.FAILED, JobState.CANCELLED, JobState.SKIPPED),
    EDIT(
            "jobs.edit",
            "mdi2p-pencil-outline",
            JobState.FAILED,
            JobState.CANCELLED,
            JobState.SKIPPED,
            JobState.HELD,
            JobState.PENDING,
            JobState.INTERRUPTED),
    SHOW_FILE("jobs.file", "mdi2f-folder-open-outline", JobState.DONE),
    DETAILS(
            "jobs.details",
            "mdi2i-information-outline",
            JobState.DONE,
            JobState.FAILED,
            JobState.SKIPPED,
            JobState.CANCELLED,
            JobState.RUNNING,
            JobState.PAUSED,
            JobState.PENDING,
            JobState.HELD,
            JobState.INTERRUPTED),
    REPORT(
            "jobs.report.batch",
            "mdi2f-file-chart-outline",
            JobState.DONE,
            JobState.FAILED,
            JobState.SKIPPED,
            JobState.CANCELLED),
    CANCEL(
            "jobs.cancel",
            "mdi2c-close",
            JobState.PENDING,
            JobState.HELD,
            JobState.RUNNING,
            JobState.PAUSED,
            JobState.INTERRUPTED),
    REMOVE(
            "jobs.remove",
            "mdi2t-trash-can-outline",
            JobState.DONE,
            JobState.FAILED,
            JobState.CANCELLED,
            JobState.SKIPPED);

    /** Those that have a button on the line, where there is room for three. */
    static final Set<Deed> ON_THE_LINE =
            EnumSet.of(HOLD, PAUSE, RESUME, RETRY, SHOW_FILE, DETAILS, CANCEL);

    private final String key;
    private final String icon;
    private final Set<JobState> states;

    Deed(String key, String icon, JobState... states) {
        this.key = key;
        this.icon = icon;
        this.states = Set.of(states);
    }

    String key() {
        return key;
    }

    String icon() {
        return icon;
    }

    boolean fits(Job job) {
        return states.contains(job.state())
                && (this != SHOW_FILE || makesFile(job))
                && (this != REPORT && this != EDIT || JobReports.tellOf(job));
    }

    /** What waits or runs has more urgent buttons. */
    boolean fitsOnTheLine(Job job) {
        boolean ended = job.state().ended();
        return ON_THE_LINE.contains(this) && fits(job) && (this != DETAILS || ended);
    }

    private static boolean makesFile(Job job) {
        return job.work()
                .filter(
                        work ->
                                work instanceof Work.Master
                                        || work instanceof Work.Effects
                                        || work instanceof Work.Separate separate
                                                && !separate.order().request().isKept()
                                        || work instanceof Work.Transcribe transcribe
                                                && !transcribe.order().request().isKept())
                .isPresent();
    }
}
