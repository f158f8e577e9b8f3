package auralis.app.browse.album;

import auralis.app.text.Named;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Artists, genres: names with how much there is of each. FX thread only.
 *
 * @param <T> what is listed; equal ones are the same line
 */
public final class GroupList<T> {
    private static final double ROW_HEIGHT = 38;

    private final ListView<T> list = new ListView<>();
    private final Label nothing = new Label();
    private final Consumer<T> onOpen;

    /**
     * @param amount of what, in words
     * @param onOpen told what is double-clicked
     */
    public GroupList(
            String id, Function<T, String> name, Function<T, String> amount, Consumer<T> onOpen) {
        this.onOpen = onOpen;
        Named.named(list, id);
        list.getStyleClass().add("groups");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Cell(name, amount));
        nothing.getStyleClass().add("empty-hint");
        list.setPlaceholder(nothing);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public Node node() {
        return list;
    }

    /**
     * @param why what to say when there is none
     */
    public void show(List<T> found, String why) {
        T before = list.getSelectionModel().getSelectedItem();
        nothing.setText(why);
        list.getItems().setAll(found);
        list.getSelectionModel().select(before);
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        }
    }

    private void open() {
        T chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onOpen.accept(chosen);
        }
    }

    private final class Cell extends ListCell<T> {
        private final Function<T, String> nameOf;
        private final Function<T, String> amountOf;
        private final Label name = new Label();
        private final Label amount = new Label();
        private final HBox line;

        Cell(Function<T, String> nameOf, Function<T, String> amountOf) {
            this.nameOf = nameOf;
            this.amountOf = amountOf;
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            amount.getStyleClass().add("quiet");
            amount.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(name, space, amount);
            line.getStyleClass().add("group-line");
            setOnMouseClicked(
                    event -> {
                        boolean twice = event.getClickCount() == 2;
                        if (twice && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                            open();
                        }
                    });
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            boolean shown = !empty && item != null;
            setGraphic(shown ? line : null);
            if (shown) {
                name.setText(nameOf.apply(item));
                amount.setText(amountOf.apply(item));
            }
        }
    }
}
