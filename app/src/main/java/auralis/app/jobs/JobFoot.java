package auralis.app.jobs;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.job.JobQueue.Flow;
import auralis.library.track.JobState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the jobs: how many are done, how long the rest takes, where the results are. */
final class JobFoot {
    private final Label summary = new Label();
    private final Button folder = Named.labelled(new Button(), "jobs.folder");
    private final Button report = Named.labelled(new Button(), "jobs.report");
    private final Button statistics = Named.labelled(new Button(), "jobs.statistics");
    private final HBox box = new HBox();
    private Path shown; // null while there is not one folder

    /**
     * @param onReport told of which jobs a report is wanted
     */
    JobFoot(Jobs jobs, Host host, Runnable onStatistics, Consumer<List<Job>> onReport) {
        summary.setId("jobs.summary");
        summary.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(summary.textProperty());
        summary.setTooltip(whole);
        folder.setOnAction(event -> host.showFolder(shown));
        report.setOnAction(event -> onReport.accept(jobs.standing().get().jobs()));
        statistics.setOnAction(event -> onStatistics.run());
        for (Button button : List.of(folder, report, statistics)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            button.getStyleClass().add("flat");
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        box.getStyleClass().add("job-foot");
        box.getChildren().addAll(summary, folder, space, report, statistics);
        jobs.standing().subscribe(this::show);
    }

    Node node() {
        return box;
    }

    private void show(Standing now) {
        shown = now.tally().folder().orElse(null);
        folder.setVisible(shown != null);
        summary.setText(words(now));
        report.setVisible(now.jobs().stream().anyMatch(Deed.REPORT::fits));
        statistics.setVisible(now.tally().of(JobState.DONE, JobState.FAILED) > 0);
    }

    private static String words(Standing now) {
        Tally tally = now.tally();
        List<String> parts = new ArrayList<>();
        parts.add(Texts.text("jobs.sum", tally.all(), counts(tally)));
        if (now.flow() == Flow.GOING) {
            parts.add(JobWords.about(now.timeLeft()));
        } else if (tally.active() > 0) {
            parts.add(
                    Texts.text(
                            now.flow() == Flow.PAUSED ? "jobs.sum.paused" : "jobs.sum.finishing"));
        }
        tally.folder().ifPresent(to -> parts.add(Texts.text("jobs.sum.to", Homely.path(to))));
        if (tally.folders().size() > 1) {
            parts.add(Texts.text("jobs.sum.folders", tally.folders().size()));
        }
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    /** Only what there is some of. */
    private static String counts(Tally tally) {
        List<String> counts = new ArrayList<>();
        add(counts, "jobs.sum.done", tally.of(JobState.DONE));
        add(counts, "jobs.sum.failed", tally.of(JobState.FAILED));
        add(counts, "jobs.sum.skipped", tally.of(JobState.SKIPPED));
        add(counts, "jobs.sum.cancelled", tally.of(JobState.CANCELLED));
        add(counts, "jobs.sum.left", tally.left());
        return String.join(", ", counts);
    }

    private static void add(List<String> counts, String key, int count) {
        if (count > 0) {
            counts.add(Texts.text(key, count));
        }
    }
}
