package auralis.app.shell;

import auralis.app.catalogue.Catalogue;
import auralis.app.fx.Activity;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the very foot: what there is, and what goes on; a click tells all that goes on. */
final class StatusBar {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final HBox bar = new HBox();
    private final TaskLine task = new TaskLine().named();
    private final Button count = Named.named(new Button(), "status.count");
    private final TaskCard card;

    /**
     * @param activities what the user waits for most comes first
     * @param unread failed jobs of which the user does not know yet
     * @param onJobs shows the jobs
     */
    StatusBar(
            Catalogue catalogue,
            ObservableValue<List<Activity>> activities,
            ObservableValue<Integer> unread,
            Runnable onJobs,
            ObservableValue<String> output) {
        card = new TaskCard(onJobs);
        bar.setId("status");
        bar.getStyleClass().add("status");
        Label census = new Label();
        census.setId("status.census");
        census.textProperty().bind(catalogue.census().map(StatusBar::words));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        count.getStyleClass().addAll("flat", "task-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.managedProperty().bind(count.visibleProperty());
        count.setOnAction(event -> card.toggle());
        task.node().managedProperty().bind(task.node().visibleProperty());
        task.node().setOnMouseClicked(event -> card.toggle());
        Label device = new Label();
        device.setId("status.output");
        device.setGraphic(new FontIcon("mdi2s-speaker"));
        device.textProperty().bind(output);
        device.visibleProperty().bind(device.textProperty().isNotEmpty());
        bar.getChildren().addAll(census, space, task.node(), count, device);
        activities.subscribe(now -> show(now, unread.getValue()));
        unread.subscribe(now -> show(activities.getValue(), now));
    }

    Node node() {
        return bar;
    }

    /** All that goes on; lies over the window. */
    Node card() {
        return card.node();
    }

    private void show(List<Activity> activities, int unread) {
        task.node().setVisible(!activities.isEmpty());
        activities.stream().findFirst().ifPresent(task::show);
        count.setVisible(activities.size() > 1 || unread > 0);
        count.pseudoClassStateChanged(FAILED, unread > 0);
        count.setText(
                unread > 0
                        ? Texts.text("tasks.failed", unread)
                        : Texts.text("status.count.more", activities.size() - 1));
        card.show(activities);
        card.showUnread(unread);
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
