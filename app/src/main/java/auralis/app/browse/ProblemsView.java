package auralis.app.browse;

import auralis.app.catalogue.Trouble;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Files that cannot be used, each with the reason and what to do. */
final class ProblemsView {
    private static final double ROW_HEIGHT = 62;

    private final ListView<Trouble> list = Named.named(new ListView<>(), "problems");
    private final Consumer<Trouble> onShow;

    /**
     * @param onShow told whose folder is to be shown
     */
    ProblemsView(Consumer<Trouble> onShow) {
        this.onShow = onShow;
        list.getStyleClass().addAll("groups", "troubles");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Cell());
        Label nothing = new Label(Texts.text("problems.none"));
        nothing.getStyleClass().add("empty-hint");
        list.setPlaceholder(nothing);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Node node() {
        return list;
    }

    void show(List<Trouble> troubles) {
        list.getItems().setAll(troubles);
    }

    private void key(KeyEvent event) {
        Trouble chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && chosen != null) {
            onShow.accept(chosen);
            event.consume();
        }
    }

    private final class Cell extends ListCell<Trouble> {
        private final Label reason = new Label();
        private final Label folder = new Label();
        private final HBox line;

        Cell() {
            reason.getStyleClass().add("group-name");
            folder.getStyleClass().add("quiet");
            VBox texts = new VBox(reason, folder);
            texts.setMinWidth(0);
            texts.getStyleClass().add("group-texts");
            line = new HBox(new FontIcon("mdi2a-alert-circle-outline"), texts);
            line.getStyleClass().addAll("group-line", "failed");
            setOnMouseClicked(
                    event -> {
                        boolean twice = event.getClickCount() == 2;
                        if (twice && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                            onShow.accept(getItem());
                        }
                    });
        }

        @Override
        protected void updateItem(Trouble trouble, boolean empty) {
            super.updateItem(trouble, empty);
            boolean shown = !empty && trouble != null;
            setGraphic(shown ? line : null);
            if (shown) {
                reason.setText(words(trouble));
                folder.setText(trouble.file().getParent() + "");
                setAccessibleText(reason.getText());
            }
        }
    }

    /** Always with the file's name, which most reasons begin with. */
    private static String words(Trouble trouble) {
        String name = String.valueOf(trouble.file().getFileName());
        return trouble.reason().startsWith(name)
                ? trouble.reason()
                : Texts.text("problems.file", name, trouble.reason());
    }
}
