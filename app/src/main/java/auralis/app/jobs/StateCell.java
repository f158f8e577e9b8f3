package auralis.app.jobs;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** In words and by a sign how a job stands. */
final class StateCell extends TableCell<JobRow, Job> {
    private static final Map<JobState, String> ICONS =
            Map.of(
                    JobState.PENDING, "mdi2c-clock-outline",
                    JobState.HELD, "mdi2h-hand-back-left-outline",
                    JobState.RUNNING, "mdi2p-play-circle-outline",
                    JobState.PAUSED, "mdi2p-pause-circle-outline",
                    JobState.DONE, "mdi2c-check",
                    JobState.FAILED, "mdi2a-alert-circle-outline",
                    JobState.CANCELLED, "mdi2c-cancel",
                    JobState.SKIPPED, "mdi2d-debug-step-over",
                    JobState.INTERRUPTED, "mdi2p-power-plug-off-outline");

    private final FontIcon icon = new FontIcon();
    private final Tooltip whole = new Tooltip();

    StateCell() {
        getStyleClass().add("job-state");
        whole.setWrapText(true);
        whole.setMaxWidth(420);
    }

    @Override
    protected void updateItem(Job job, boolean empty) {
        super.updateItem(job, empty);
        boolean shown = !empty && job != null;
        for (JobState state : JobState.values()) {
            pseudoClassStateChanged(pseudoClass(state), shown && job.state() == state);
        }
        setGraphic(shown ? icon : null);
        setText(shown ? JobWords.state(job) : null);
        boolean explained = shown && job.stored().error().isPresent();
        setTooltip(explained ? whole : null);
        if (shown) {
            icon.setIconLiteral(ICONS.get(job.state()));
            whole.setText(job.stored().error().orElse(""));
        }
    }

    private static PseudoClass pseudoClass(JobState state) {
        return PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT));
    }
}
