package auralis.app.jobs;

import auralis.app.action.Actions;
import auralis.app.form.Invitation;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The jobs in the centre of the window. FX thread only. */
public final class JobsView {
    private final StackPane place = new StackPane();
    private final StackPane pane = new StackPane();
    private final JobTable table;

    /**
     * @param atOnce how many jobs the user wants at once
     */
    public JobsView(Jobs jobs, IntegerProperty atOnce, Actions actions, Host host) {
        JobSheets sheets = new JobSheets(jobs, host, actions);
        Deeds deeds = new Deeds(jobs, host, sheets::details, sheets::report);
        table = new JobTable(jobs, deeds);
        Node head = new JobHead(jobs, deeds, atOnce).node();
        Node foot = new JobFoot(jobs, host, sheets::statistics, sheets::report).node();
        VBox list = new VBox(head, table.node(), foot);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        Node empty = empty();
        jobs.standing()
                .subscribe(
                        now -> {
                            list.setVisible(!now.jobs().isEmpty());
                            empty.setVisible(now.jobs().isEmpty());
                        });
        pane.getChildren().addAll(list, empty);
        place.setId("jobs");
        place.visibleProperty().subscribe(this::appear);
    }

    public Node node() {
        return place;
    }

    public void focus() {
        table.node().requestFocus();
    }

    /** Lists that nobody sees take no part in the window. */
    private void appear(boolean visible) {
        if (visible) {
            place.getChildren().setAll(pane);
            table.appear();
        } else {
            place.getChildren().clear();
        }
    }

    private static Node empty() {
        VBox empty = Invitation.of("mdi2t-tray-full", "jobs.empty.title", "jobs.empty.hint");
        empty.setId("jobs.empty");
        return empty;
    }
}
