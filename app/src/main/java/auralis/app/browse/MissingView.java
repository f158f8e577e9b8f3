package auralis.app.browse;

import auralis.app.catalogue.Away;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.track.Presence;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Tracks whose files cannot be reached, folder by folder, with what can be done about it. What is
 * on a disk that is not connected is not lost, so nothing offers to remove it.
 */
final class MissingView {
    private static final double ROW_HEIGHT = 62;

    private final ListView<Away> list = Named.named(new ListView<>(), "missing");
    private final Consumer<Away> onOpen;
    private final Consumer<Away> onLocate;
    private final Consumer<Away> onRemove;
    private final boolean canLocate;

    /**
     * @param onOpen told whose tracks are to be shown
     * @param onLocate told which folder is somewhere else now
     * @param onRemove told which tracks are to be taken out of the library
     */
    MissingView(
            boolean canLocate,
            Consumer<Away> onOpen,
            Consumer<Away> onLocate,
            Consumer<Away> onRemove) {
        this.canLocate = canLocate;
        this.onOpen = onOpen;
        this.onLocate = onLocate;
        this.onRemove = onRemove;
        list.getStyleClass().addAll("groups", "troubles");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Cell());
        Label nothing = new Label(Texts.text("missing.none"));
        nothing.getStyleClass().add("empty-hint");
        list.setPlaceholder(nothing);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Node node() {
        return list;
    }

    void show(List<Away> groups) {
        list.getItems().setAll(groups);
    }

    private void key(KeyEvent event) {
        Away chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && chosen != null) {
            onOpen.accept(chosen);
            event.consume();
        }
    }

    private final class Cell extends ListCell<Away> {
        private final FontIcon icon = new FontIcon();
        private final Label folder = new Label();
        private final Label words = new Label();
        private final Button locate = new Button(Texts.text("missing.locate"));
        private final Button remove = new Button(Texts.text("missing.remove"));
        private final HBox line;

        Cell() {
            folder.getStyleClass().add("group-name");
            words.getStyleClass().add("quiet");
            VBox texts = new VBox(folder, words);
            texts.setMinWidth(0);
            texts.getStyleClass().add("group-texts");
            HBox.setHgrow(texts, Priority.ALWAYS);
            line = new HBox(icon, texts, locate, remove);
            line.getStyleClass().add("group-line");
            locate.setOnAction(event -> onLocate.accept(getItem()));
            remove.setOnAction(event -> onRemove.accept(getItem()));
            for (Button button : List.of(locate, remove)) {
                button.setMinWidth(Region.USE_PREF_SIZE);
                button.managedProperty().bind(button.visibleProperty());
            }
            setOnMouseClicked(
                    event -> {
                        boolean twice = event.getClickCount() == 2;
                        if (twice && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                            onOpen.accept(getItem());
                        }
                    });
        }

        @Override
        protected void updateItem(Away away, boolean empty) {
            super.updateItem(away, empty);
            boolean shown = !empty && away != null;
            setGraphic(shown ? line : null);
            if (shown) {
                describe(away);
            }
        }

        private void describe(Away away) {
            boolean gone = away.presence() == Presence.MISSING;
            icon.setIconLiteral(
                    gone ? "mdi2f-folder-remove-outline" : "mdi2p-power-plug-off-outline");
            folder.setText(away.folder().toString());
            words.setText(
                    Texts.text(gone ? "missing.gone" : "missing.offline", away.tracks().size()));
            locate.setVisible(canLocate);
            remove.setVisible(gone);
            setAccessibleText(folder.getText() + ", " + words.getText());
        }
    }
}
