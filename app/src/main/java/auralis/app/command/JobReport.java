package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.report.JobReports;
import auralis.library.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Writes what was mastered to a file, also of a batch that was interrupted.")
final class JobReport extends JobTask {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "Where to: a .json, .html or .csv file.")
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "JOB",
            description = "Numbers, \"all\" or states; the newest batch when absent.")
    private List<String> names = List.of();

    @Spec private CommandSpec spec;

    @Override
    int run(QueueWork work) throws IOException {
        ReportFormat format =
                ReportFormat.of(file)
                        .orElseThrow(
                                () ->
                                        Usage.of(
                                                spec,
                                                "FILE",
                                                file.toString(),
                                                "a file that ends with .json, .html or .csv"));
        List<Job> jobs =
                (names.isEmpty() ? newestBatch(work.queue()) : chosen(work.queue(), names))
                        .stream().filter(JobReports::tellOf).toList();
        if (jobs.isEmpty()) {
            throw new IOException(
                    "None of these jobs masters a file, and reports tell of mastering. See:"
                            + " auralis jobs list");
        }
        format.write(file, JobReports.of(jobs));
        say(file + (jobs.size() == 1 ? ": 1 file." : ": " + jobs.size() + " files."));
        return RootCommand.DONE;
    }

    private static List<Job> newestBatch(JobQueue queue) {
        List<Job> jobs = queue.jobs().stream().filter(JobReports::tellOf).toList();
        OptionalLong newest = jobs.stream().mapToLong(Job::batch).max();
        return jobs.stream()
                .filter(job -> newest.isPresent() && job.batch() == newest.getAsLong())
                .toList();
    }
}
