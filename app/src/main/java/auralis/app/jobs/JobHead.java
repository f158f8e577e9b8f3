package auralis.app.jobs;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.job.JobQueue.Flow;
import auralis.library.track.JobState;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the jobs: what can be done with the queue as a whole, as far as it makes a difference. */
final class JobHead {
    private final Jobs jobs;
    private final FlowPane box = new FlowPane();
    private final Button pause = button("jobs.pause", "mdi2p-pause");
    private final Button finish = button("jobs.finish", "mdi2d-debug-step-over");
    private final Button goOn = button("jobs.go", "mdi2p-play");
    private final Button retry = button("jobs.retry", "mdi2r-refresh");
    private final Button clear = button("jobs.clear", "mdi2b-broom");

    /**
     * @param atOnce how many jobs the user wants at once
     */
    JobHead(Jobs jobs, Deeds deeds, IntegerProperty atOnce) {
        this.jobs = jobs;
        pause.setOnAction(event -> jobs.flow(Flow.PAUSED));
        finish.setOnAction(event -> jobs.flow(Flow.FINISHING));
        goOn.setOnAction(event -> jobs.goOn());
        goOn.getStyleClass().add("accent");
        retry.setOnAction(event -> jobs.retryFailed());
        clear.setOnAction(event -> deeds.perform(Deed.REMOVE, jobs.standing().get().jobs()));
        box.getStyleClass().add("job-head");
        box.getChildren().addAll(goOn, pause, finish, retry, clear, atOnce(atOnce));
        jobs.standing().subscribe(this::show);
    }

    Node node() {
        return box;
    }

    private static Button button(String id, String icon) {
        Button button = Named.labelled(new Button(), id);
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node atOnce(IntegerProperty wanted) {
        ComboBox<Integer> choice = Named.named(new ComboBox<>(), "jobs.at.once");
        int cores = Runtime.getRuntime().availableProcessors();
        IntStream.rangeClosed(1, Math.max(cores, wanted.get())).forEach(choice.getItems()::add);
        wanted.subscribe(now -> choice.setValue(now.intValue()));
        choice.valueProperty().addListener((observed, before, now) -> wanted.set(now));
        Label caption = new Label(Texts.text("jobs.at.once"));
        caption.getStyleClass().add("quiet");
        caption.setLabelFor(choice);
        HBox row = new HBox(caption, choice);
        row.getStyleClass().add("job-at-once");
        return row;
    }

    private void show(Standing now) {
        boolean moves = now.tally().of(JobState.PENDING, JobState.RUNNING) > 0;
        boolean going = now.flow() == Flow.GOING;
        pause.setVisible(moves && now.flow() != Flow.PAUSED);
        finish.setVisible(moves && going);
        finish.setDisable(now.running() == 0);
        goOn.setVisible(now.rests());
        int failed = now.tally().of(JobState.FAILED);
        retry.setVisible(failed > 0);
        retry.setText(Texts.text("jobs.retry.count", failed));
        clear.setVisible(now.tally().ended() > 0);
        box.setDisable(jobs.rows().isEmpty());
    }
}
