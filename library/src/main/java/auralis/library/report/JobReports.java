package auralis.library.report;

import auralis.library.export.ExportOrder;
import auralis.library.export.ExportResult;
import auralis.library.job.Job;
import auralis.library.job.Work;
import auralis.library.json.Json;
import auralis.library.track.JobState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What reports tell of jobs. */
public final class JobReports {
    private JobReports() {}

    /** Whether there is anything to tell: files that are mastered, or were to be. */
    public static boolean tellOf(Job job) {
        return job.work().orElse(null) instanceof Work.Master;
    }

    /** Of those that can be told of; reads results, which takes a while. */
    public static Report of(List<Job> jobs) throws IOException {
        List<ReportedFile> files = new ArrayList<>();
        for (Job job : jobs) {
            files.add(file(job));
        }
        return new Report(files);
    }

    public static ReportedFile file(Job job) throws IOException {
        if (!(job.work().orElse(null) instanceof Work.Master master)) {
            throw new IllegalArgumentException("nothing to report of " + job.source());
        }
        ExportOrder order = master.order();
        double seconds = job.stored().active().toMillis() / 1e3;
        Optional<String> result = job.stored().result().filter(text -> !text.isEmpty());
        if (job.state() == JobState.DONE && result.isPresent()) {
            ExportResult done = Json.read(result.get(), ExportResult.class);
            return ReportedFile.of(order.request(), !order.album().isEmpty(), done, seconds);
        }
        String state = job.state().name().toLowerCase(Locale.ROOT);
        return ReportedFile.without(order.request(), state, job.stored().error(), seconds);
    }
}
