package auralis.app.master;

import auralis.app.text.Named;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A part of the panel that is folded away until it is wanted; its head says what is in it. */
final class FoldingSection {
    private final VBox section = new VBox();
    private final VBox body = new VBox();
    private final Button head;
    private final FontIcon fold = new FontIcon();
    private final Label summary = new Label();
    private final BooleanProperty open = new SimpleBooleanProperty();

    /**
     * @param id of the head, and the key of its words
     */
    FoldingSection(String id, Node... content) {
        head = Named.named(new Button(), id);
        section.getStyleClass().add("rack");
        body.getStyleClass().add("effects");
        body.getChildren().addAll(content);
        shownWhile(body, open);
        dress(MasterPanel.heading(id));
        section.getChildren().addAll(head, body);
    }

    private void dress(Label title) {
        summary.getStyleClass().add("quiet");
        title.setMinWidth(Label.USE_PREF_SIZE);
        HBox line = new HBox(fold, title, summary);
        line.getStyleClass().add("match-row");
        head.setGraphic(line);
        head.getStyleClass().addAll("flat", "rack-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setOnAction(event -> open.set(!open.get()));
        open.subscribe(
                now -> fold.setIconLiteral(now ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
    }

    private static void shownWhile(Node node, BooleanProperty condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    Node node() {
        return section;
    }

    /** Says beside the title what is in here. */
    void summary(String words) {
        summary.setText(words);
    }

    /** Puts the keyboard on the head. */
    void focus() {
        head.requestFocus();
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
