package auralis.app.shell;

import auralis.app.catalogue.Catalogue;
import auralis.app.fx.Activity;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the very foot: what there is, and what goes on. */
final class StatusBar {
    private final HBox bar = new HBox();
    private final HBox task = new HBox();
    private final Label taskText = new Label();
    private final ProgressBar progress = Named.named(new ProgressBar(), "status.progress");
    private final Button pause = Named.named(new Button(), "status.pause");
    private final Button stop = Named.named(new Button(), "status.stop");

    StatusBar(
            Catalogue catalogue,
            ObservableValue<Activity> activity,
            ObservableValue<String> output) {
        bar.setId("status");
        bar.getStyleClass().add("status");
        Label census = new Label();
        census.setId("status.census");
        census.textProperty().bind(catalogue.census().map(StatusBar::words));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        taskText.setId("status.tasks");
        dress(stop);
        dress(pause);
        stop.setGraphic(new FontIcon("mdi2c-close"));
        task.getStyleClass().add("task");
        task.getChildren().addAll(taskText, progress, pause, stop);
        Label device = new Label();
        device.setId("status.output");
        device.setGraphic(new FontIcon("mdi2s-speaker"));
        device.textProperty().bind(output);
        device.visibleProperty().bind(device.textProperty().isNotEmpty());
        bar.getChildren().addAll(census, space, task, device);
        show(activity.getValue());
        activity.subscribe(this::show);
    }

    Node node() {
        return bar;
    }

    private void show(Activity activity) {
        task.setVisible(activity != null);
        if (activity != null) {
            taskText.setText(activity.text());
            progress.setProgress(activity.fraction());
            stop.setVisible(activity.stop().isPresent());
            stop.setOnAction(event -> activity.stop().ifPresent(Runnable::run));
            pause.setVisible(activity.pause().isPresent());
            activity.pause().ifPresent(this::show);
        }
    }

    private void show(Activity.Pause pausing) {
        pause.setGraphic(new FontIcon(pausing.paused() ? "mdi2p-play" : "mdi2p-pause"));
        String words = Texts.text(pausing.paused() ? "status.pause.end" : "status.pause");
        pause.setAccessibleText(words);
        pause.getTooltip().setText(words);
        pause.setOnAction(event -> pausing.toggle().run());
    }

    private static void dress(Button button) {
        button.managedProperty().bind(button.visibleProperty());
        button.getStyleClass().addAll("button-icon", "flat", "tiny");
    }

    private static String words(Catalogue.Census census) {
        if (census.tracks() == 0 || !census.loaded()) {
            return "";
        }
        String count = Texts.text("status.census", census.tracks());
        String there =
                census.seconds() == 0
                        ? count
                        : Texts.text("status.census.and", count, Numbers.length(census.seconds()));
        int offline = census.away() - census.missing();
        return offline == 0
                ? there
                : Texts.text("status.census.and", there, Texts.text("status.offline", offline));
    }
}
