package auralis.app.shell;

import auralis.app.fx.Activity;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something that goes on: what it is, how far, and how it is held or stopped. */
final class TaskLine {
    private final HBox line = new HBox();
    private final Label text = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button pause = new Button();
    private final Button stop = new Button();

    TaskLine() {
        line.getStyleClass().add("task");
        text.setMinWidth(0);
        progress.setMinWidth(ProgressBar.USE_PREF_SIZE);
        progress.setAccessibleText(Texts.text("status.progress"));
        dress(pause);
        dress(stop);
        stop.setGraphic(new FontIcon("mdi2c-close"));
        stop.setTooltip(new Tooltip(Texts.text("status.stop")));
        line.getChildren().addAll(text, progress, pause, stop);
    }

    /** One of several, whose parts stand below each other. */
    TaskLine aligned() {
        for (Button button : List.of(pause, stop)) {
            button.managedProperty().unbind();
            button.setManaged(true);
        }
        return this;
    }

    /** The one whose parts have names. */
    TaskLine withNames() {
        text.setId("status.tasks");
        Named.named(progress, "status.progress");
        Named.named(pause, "status.pause");
        Named.named(stop, "status.stop");
        return this;
    }

    HBox node() {
        return line;
    }

    void show(Activity activity) {
        text.setText(activity.text());
        progress.setProgress(activity.fraction());
        stop.setVisible(activity.stop().isPresent());
        stop.setAccessibleText(Texts.text("status.stop.what", activity.text()));
        stop.setOnAction(event -> activity.stop().ifPresent(Runnable::run));
        pause.setVisible(activity.pause().isPresent());
        activity.pause().ifPresent(this::show);
    }

    private void show(Activity.Pause pausing) {
        ((FontIcon) pause.getGraphic())
                .setIconLiteral(pausing.paused() ? "mdi2p-play" : "mdi2p-pause");
        String words = Texts.text(pausing.paused() ? "status.pause.end" : "status.pause");
        pause.setAccessibleText(words);
        pause.getTooltip().setText(words);
        pause.setOnAction(event -> pausing.toggle().run());
    }

    private static void dress(Button button) {
        button.managedProperty().bind(button.visibleProperty());
        button.getStyleClass().addAll("button-icon", "flat", "tiny");
        button.setGraphic(new FontIcon("mdi2p-pause"));
        button.setTooltip(new Tooltip());
    }
}
