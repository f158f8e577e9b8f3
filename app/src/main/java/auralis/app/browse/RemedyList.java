package auralis.app.browse;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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

/** What is the matter, line by line, and what can be done about each. */
final class RemedyList<T> {
    private static final double ROW_HEIGHT = 62;

    private final Label nothing = new Label();
    private final ListView<T> list;
    private final String none;
    private final Function<T, Words> words;
    private final Consumer<T> onOpen;
    private final List<Remedy<T>> remedies;

    /**
     * How a line looks.
     *
     * @param failed whether it stands for something broken
     */
    record Words(String icon, String name, String more, boolean failed) {}

    /**
     * A button on a line.
     *
     * @param key of its text
     */
    record Remedy<T>(String key, Predicate<T> possible, Consumer<T> action) {}

    /**
     * @param id of the list
     * @param none key of the text where there is nothing the matter
     * @param onOpen told what is double-clicked
     */
    RemedyList(
            String id,
            String none,
            Function<T, Words> words,
            Consumer<T> onOpen,
            List<Remedy<T>> remedies) {
        this.none = none;
        this.words = words;
        this.onOpen = onOpen;
        this.remedies = List.copyOf(remedies);
        list = Named.named(new ListView<>(), id);
        list.getStyleClass().addAll("groups", "troubles");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Cell());
        nothing.getStyleClass().add("empty-hint");
        list.setPlaceholder(nothing);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Node node() {
        return list;
    }

    void show(List<T> items) {
        nothing.setText(Texts.text(none));
        list.getItems().setAll(items);
    }

    private void key(KeyEvent event) {
        T chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && chosen != null) {
            onOpen.accept(chosen);
            event.consume();
        }
    }

    private final class Cell extends ListCell<T> {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label more = new Label();
        private final List<Button> buttons = new ArrayList<>();
        private final HBox line;

        Cell() {
            setPrefWidth(0); // as wide as the list, however long its words
            name.getStyleClass().add("group-name");
            more.getStyleClass().add("quiet");
            VBox texts = new VBox(name, more);
            texts.setMinWidth(0);
            texts.getStyleClass().add("group-texts");
            HBox.setHgrow(texts, Priority.ALWAYS);
            line = new HBox(icon, texts);
            line.getStyleClass().add("group-line");
            remedies.forEach(this::add);
            setOnMouseClicked(
                    event -> {
                        boolean twice = event.getClickCount() == 2;
                        if (twice && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                            onOpen.accept(getItem());
                        }
                    });
        }

        private void add(Remedy<T> remedy) {
            Button button = new Button(Texts.text(remedy.key()));
            button.setOnAction(event -> remedy.action().accept(getItem()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            buttons.add(button);
            line.getChildren().add(button);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            boolean shown = !empty && item != null;
            setGraphic(shown ? line : null);
            if (shown) {
                describe(item);
            }
        }

        private void describe(T item) {
            Words said = words.apply(item);
            icon.setIconLiteral(said.icon());
            name.setText(said.name());
            more.setText(said.more());
            line.getStyleClass().remove("failed");
            if (said.failed()) {
                line.getStyleClass().add("failed");
            }
            for (int i = 0; i < buttons.size(); i++) {
                buttons.get(i).setVisible(remedies.get(i).possible().test(item));
            }
            setAccessibleText(said.name() + ", " + said.more());
        }
    }
}
