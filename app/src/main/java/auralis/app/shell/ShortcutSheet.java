package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** All keys on one page, made from the actions; lies over the window until Esc. */
final class ShortcutSheet {
    private final StackPane veil = new StackPane();
    private final Button close = Named.named(new Button(), "shortcuts.close");
    private Node focusBefore;

    ShortcutSheet() {
        HBox columns =
                new HBox(
                        column(Action.Group.FILE, Action.Group.EDIT, Action.Group.VIEW),
                        column(Action.Group.PLAY, Action.Group.MASTER, Action.Group.HELP));
        columns.getStyleClass().add("sheet-columns");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        BorderPane sheet = new BorderPane(scroll);
        sheet.setTop(head());
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.setId("shortcuts");
        veil.getStyleClass().add("veil");
        veil.getChildren().add(sheet);
        veil.setVisible(false);
        veil.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        veil.setOnMouseClicked(
                event -> {
                    if (event.getTarget() == veil) {
                        hide();
                    }
                });
    }

    Node node() {
        return veil;
    }

    void toggle() {
        if (veil.isVisible()) {
            hide();
        } else {
            focusBefore = veil.getScene().getFocusOwner();
            veil.setVisible(true);
            close.requestFocus();
        }
    }

    private void hide() {
        veil.setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            event.consume();
        }
    }

    private Node head() {
        Label title = new Label(Texts.text("shortcuts.title"));
        title.getStyleClass().add("sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        close.setGraphic(new FontIcon("mdi2c-close"));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setOnAction(event -> hide());
        HBox head = new HBox(title, space, close);
        head.getStyleClass().add("sheet-head");
        return head;
    }

    private static Node column(Action.Group... groups) {
        VBox column = new VBox();
        column.getStyleClass().add("sheet-column");
        for (Action.Group group : groups) {
            Label heading = new Label(group.text().replace("_", ""));
            heading.getStyleClass().add("heading");
            column.getChildren().addAll(heading, keys(group));
        }
        return column;
    }

    private static Node keys(Action.Group group) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sheet-grid");
        for (Action action : Action.values()) {
            if (action.group() == group && action.keys() != null) {
                Label keys = new Label(action.keys().getDisplayText());
                keys.getStyleClass().add("key");
                GridPane.setHalignment(keys, HPos.RIGHT);
                Label text = new Label(action.text());
                GridPane.setHgrow(text, Priority.ALWAYS);
                text.setMaxWidth(Double.MAX_VALUE);
                grid.addRow(grid.getRowCount(), text, keys);
            }
        }
        return grid;
    }
}
