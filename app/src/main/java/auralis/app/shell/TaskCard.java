package auralis.app.shell;

import auralis.app.fx.Activity;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All that goes on, over the right foot of the window until one clicks elsewhere. */
final class TaskCard {
    /** More would be a list of their own, which there is. */
    private static final int MOST = 8;

    private static final double ABOVE_STATUS = 36;

    private final StackPane veil = new StackPane();
    private final VBox card = new VBox();
    private final VBox lines = new VBox();
    private final Label none = new Label(Texts.text("tasks.none"));
    private final Label more = new Label();
    private final Label unread = new Label();
    private final Button jobs = Named.labelled(new Button(), "tasks.jobs");
    private final List<TaskLine> shown = new ArrayList<>();
    private Node focusBefore;

    /**
     * @param onJobs shows the jobs
     */
    TaskCard(Runnable onJobs) {
        Label title = new Label(Texts.text("tasks"));
        title.getStyleClass().add("heading");
        unread.setId("tasks.unread");
        unread.getStyleClass().add("unread");
        none.getStyleClass().add("quiet");
        more.getStyleClass().add("quiet");
        for (Label label : List.of(none, more, unread)) {
            label.managedProperty().bind(label.visibleProperty());
        }
        jobs.setOnAction(
                event -> {
                    hide();
                    onJobs.run();
                });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(unread, space, jobs);
        foot.getStyleClass().add("task-foot");
        lines.getStyleClass().add("task-lines");
        card.getChildren().addAll(title, none, lines, more, foot);
        card.setId("tasks");
        card.getStyleClass().add("task-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(card, new Insets(0, 12, ABOVE_STATUS, 12));
        veil.setVisible(false);
        veil.setOnMousePressed(event -> hide());
        card.setOnMousePressed(event -> event.consume());
        veil.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Lies over the window. */
    Node node() {
        return veil;
    }

    void toggle() {
        if (veil.isVisible()) {
            hide();
        } else {
            focusBefore = veil.getScene().getFocusOwner();
            veil.getChildren().setAll(card);
            veil.setVisible(true);
            jobs.requestFocus();
        }
    }

    private void hide() {
        veil.setVisible(false);
        veil.getChildren().clear(); // what nobody sees takes no part in the window
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }

    /** The lines stay the same while what they say changes, so that one can click on them. */
    void show(List<Activity> activities) {
        int count = Math.min(MOST, activities.size());
        while (shown.size() < count) {
            TaskLine line = new TaskLine().aligned();
            shown.add(line);
            lines.getChildren().add(line.node());
        }
        for (int i = 0; i < shown.size(); i++) {
            boolean used = i < count;
            shown.get(i).node().setVisible(used);
            shown.get(i).node().setManaged(used);
            if (used) {
                shown.get(i).show(activities.get(i));
            }
        }
        none.setVisible(activities.isEmpty());
        more.setVisible(activities.size() > MOST);
        more.setText(Texts.text("tasks.more", activities.size() - MOST));
    }

    /**
     * @param failed jobs of which the user does not know yet
     */
    void showUnread(int failed) {
        unread.setVisible(failed > 0);
        unread.setText(Texts.text("tasks.failed", failed));
    }
}
