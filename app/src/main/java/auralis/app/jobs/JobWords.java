package auralis.app.jobs;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.job.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What is said of a job. */
public final class JobWords {
    private static final Map<String, String> PHASES =
            Map.ofEntries(
                    Map.entry("separating", "jobs.phase.separating"),
                    Map.entry("waiting", "jobs.phase.waiting"),
                    Map.entry("analysing", "jobs.phase.analysing"),
                    Map.entry("planning", "jobs.phase.planning"),
                    Map.entry("writing", "jobs.phase.writing"),
                    Map.entry("verifying", "jobs.phase.verifying"),
                    Map.entry("scanning", "jobs.phase.scanning"),
                    Map.entry("decoding", "jobs.phase.decoding"),
                    Map.entry("isolating", "jobs.phase.isolating"),
                    Map.entry("listening", "jobs.phase.listening"),
                    Map.entry("aligning", "jobs.phase.aligning"),
                    Map.entry("transcribing", "jobs.phase.transcribing"));

    private JobWords() {}

    /** Its file, without folder and ending. */
    static String fileTitle(Job job) {
        String name = fileName(job);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static String fileName(Job job) {
        Path name = job.source().getFileName();
        return name == null ? job.source().toString() : name.toString();
    }

    /** What is done with it. */
    static String work(Job job) {
        Work work = job.work().orElse(null);
        if (work instanceof Work.Master master) {
            return Texts.text("jobs.work.master", master.order().preset().title());
        }
        if (work instanceof Work.Effects) {
            return Texts.text("jobs.work.effects");
        }
        if (work instanceof Work.Separate) {
            return Texts.text("jobs.work.separate");
        }
        if (work instanceof Work.Transcribe) {
            return Texts.text("jobs.work.transcribe");
        }
        if (work instanceof Work.Analyse) {
            return Texts.text("jobs.work.analyse");
        }
        return Texts.text(work == null ? "jobs.work.unknown" : "jobs.work.scan");
    }

    /** In one line, without the name of the file, which stands beside it. */
    public static String state(Job job) {
        return switch (job.state()) {
            case PENDING ->
                    Texts.text(
                            job.stored().attempts() == 0 ? "jobs.state.queued" : "jobs.state.waits",
                            job.stored().attempts() + 1);
            case HELD -> Texts.text("jobs.state.held");
            case RUNNING -> running(job);
            case PAUSED -> Texts.text("jobs.state.paused");
            case DONE -> Texts.text("jobs.state.done");
            case FAILED -> Texts.text("jobs.state.failed", reason(job));
            case CANCELLED -> Texts.text("jobs.state.cancelled");
            case SKIPPED -> Texts.text("jobs.state.skipped", reason(job));
            case INTERRUPTED -> Texts.text("jobs.state.interrupted");
        };
    }

    private static String running(Job job) {
        String key = PHASES.get(job.stored().phase().orElse(""));
        return key == null
                ? Texts.text("jobs.state.running")
                : Texts.text("jobs.state.running.phase", Texts.text(key));
    }

    /** Why, without the name of the file. */
    public static String reason(Job job) {
        String sentence = job.stored().error().orElse("");
        String name = fileName(job) + ": ";
        return sentence.startsWith(name) ? sentence.substring(name.length()) : sentence;
    }

    static String left(Job job) {
        return job.left().map(time -> Numbers.time(roundedUp(time))).orElse("");
    }

    private static double roundedUp(Duration time) {
        return Math.ceil(time.toMillis() / 1e3);
    }

    /** "about 6 min"; empty while that is not known. */
    public static String about(Optional<Duration> time) {
        if (time.isEmpty()) {
            return "";
        }
        double seconds = time.get().toMillis() / 1e3;
        return seconds < 55
                ? Texts.text("jobs.soon")
                : Texts.text("jobs.about", Numbers.length(seconds));
    }

    /** How long it was worked on, and how fast. */
    static String pace(Job job) {
        double seconds = job.stored().active().toMillis() / 1e3;
        String time = seconds < 1 ? Texts.text("jobs.quick") : Numbers.time(seconds);
        return job.realTimeFactor().isEmpty()
                ? time
                : Texts.text("jobs.pace", time, speed(job.realTimeFactor().getAsDouble()));
    }

    /** "14 ×". */
    static String speed(double factor) {
        return Texts.text(
                "jobs.speed", factor < 10 ? Numbers.tenth(factor) : Numbers.whole(factor));
    }

    public static String percent(Job job) {
        return Numbers.percent(Math.floor(100 * job.stored().fraction()) / 100);
    }
}
