package auralis.app.jobs;

import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.track.JobState;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How much of a job is done; of one that is done, how long that took. */
final class ProgressCell extends TableCell<JobRow, Job> {
    private final ProgressBar bar = new ProgressBar();
    private final Label percent = new Label();
    private final HBox line = new HBox(bar, percent);

    ProgressCell() {
        line.getStyleClass().add("job-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(0);
        percent.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(bar, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(Job job, boolean empty) {
        super.updateItem(job, empty);
        boolean moving =
                !empty
                        && job != null
                        && (job.state() == JobState.RUNNING || job.state() == JobState.PAUSED);
        boolean done = !empty && job != null && job.state() == JobState.DONE;
        setGraphic(moving ? line : null);
        setText(done ? JobWords.pace(job) : null);
        if (moving) {
            bar.setProgress(job.stored().fraction());
            bar.setAccessibleText(Texts.text("jobs.progress"));
            percent.setText(JobWords.percent(job));
        }
    }
}
