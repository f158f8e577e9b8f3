package auralis.app.jobs;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Failures of one kind: the same sentence about different files. */
record Failures(String kind, int count) {
    /** Times, sizes and counts differ where the reason does not. */
    private static final Pattern FIGURES = Pattern.compile("\\d+([.:,]\\d+)*");

    /** All kinds, the most frequent first. */
    static List<Failures> of(List<Job> jobs) {
        Map<String, Integer> kinds = new TreeMap<>();
        jobs.stream()
                .filter(job -> job.state() == JobState.FAILED)
                .forEach(job -> kinds.merge(kind(job), 1, Integer::sum));
        return kinds.entrySet().stream()
                .map(kind -> new Failures(kind.getKey(), kind.getValue()))
                .sorted(Comparator.comparing(Failures::count).reversed())
                .toList();
    }

    private static String kind(Job job) {
        String sentence = JobWords.reason(job).replace(job.stored().source(), "…");
        String kind = FIGURES.matcher(sentence).replaceAll("…");
        return kind.isEmpty()
                ? kind
                : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }
}
