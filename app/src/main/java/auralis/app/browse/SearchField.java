package auralis.app.browse;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Catalogue;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where one types what one looks for. What cannot be understood is underlined and explained below;
 * F1 shows all that can be asked for.
 */
final class SearchField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** In the lines of help, where the meaning begins. */
    private static final int MEANING = 26;

    private final Runnable onDown;
    private final TextField field = Named.named(new TextField(), "head.search");
    private final Region underline = new Region();
    private final Label sentence = new Label();
    private final GridPane help = new GridPane();
    private final HBox box;
    private final VBox below;

    /**
     * @param onDown called when the user goes on to the list
     */
    SearchField(Catalogue catalogue, Actions actions, Runnable onDown) {
        this.onDown = onDown;
        field.setPromptText(Texts.text("head.search.prompt"));
        field.textProperty().bindBidirectional(catalogue.search());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        actions.reserve(field, KeyCode.F1);
        underline.getStyleClass().add("search-underline");
        underline.setManaged(false);
        underline.setVisible(false);
        StackPane text = new StackPane(field, new FontIcon("mdi2m-magnify"), clear(), underline);
        text.getStyleClass().add("search");
        box = new HBox(text, helpButton(), keepButton(actions));
        box.getStyleClass().add("search-box");
        below = new VBox(sentence(), help());
        below.getStyleClass().add("search-below");
        below.setPickOnBounds(false);
        below.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(below, Pos.TOP_LEFT);
        catalogue.fault().subscribe(this::tell);
        field.textProperty().addListener((observed, before, now) -> underline.setVisible(false));
    }

    Node node() {
        return box;
    }

    /** Lies over the list: what is wrong, and the help. */
    Node below() {
        return below;
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private Node clear() {
        Button clear = Named.named(new Button(), "head.search.clear");
        clear.setGraphic(new FontIcon("mdi2c-close"));
        clear.getStyleClass().addAll("button-icon", "flat", "tiny");
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.setOnAction(event -> field.clear());
        StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
        return clear;
    }

    private Node helpButton() {
        Button button = Named.named(new Button(), "head.search.help");
        button.setGraphic(new FontIcon("mdi2h-help-circle-outline"));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> toggleHelp());
        return button;
    }

    /** There as long as there is something to keep. */
    private static Node keepButton(Actions actions) {
        Button button = actions.dress(new Button(), Action.SAVE_SEARCH);
        button.setId("head.search.keep");
        button.getStyleClass().addAll("button-icon", "flat");
        button.visibleProperty().bind(button.disabledProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node sentence() {
        sentence.setId("head.search.fault");
        sentence.getStyleClass().addAll("search-card", "search-fault");
        sentence.setGraphic(new FontIcon("mdi2a-alert-circle-outline"));
        sentence.setWrapText(true);
        sentence.managedProperty().bind(sentence.visibleProperty());
        sentence.setVisible(false);
        return sentence;
    }

    private Node help() {
        help.setId("head.search.fields");
        help.getStyleClass().addAll("search-card", "search-help");
        for (String line : Query.FIELDS) {
            Label example = new Label(line.substring(0, MEANING).strip());
            example.getStyleClass().add("example");
            example.setMinWidth(Region.USE_PREF_SIZE);
            example.setOnMouseClicked(event -> insert(example.getText()));
            Label meaning = new Label(line.substring(MEANING));
            int half = (Query.FIELDS.size() + 1) / 2;
            int row = help.getChildren().size() / 2;
            help.add(example, row < half ? 0 : 2, row % half);
            help.add(meaning, row < half ? 1 : 3, row % half);
        }
        help.managedProperty().bind(help.visibleProperty());
        help.setVisible(false);
        return help;
    }

    private void insert(String example) {
        String before = field.getText().strip();
        field.setText(before.isEmpty() ? example : before + " " + example);
        help.setVisible(false);
        field.requestFocus();
        field.end();
    }

    private void toggleHelp() {
        help.setVisible(!help.isVisible());
        field.requestFocus();
    }

    private void tell(QueryException fault) {
        sentence.setVisible(fault != null);
        field.pseudoClassStateChanged(WRONG, fault != null);
        underline.setVisible(fault != null);
        if (fault != null) {
            sentence.setText(fault.getMessage());
            field.setAccessibleHelp(fault.getMessage());
            underline(fault.from(), fault.to());
        } else {
            field.setAccessibleHelp(null);
        }
    }

    /** Where the letters are, only the skin of the field knows. */
    private void underline(int from, int to) {
        if (field.getSkin() instanceof TextFieldSkin skin && to <= field.getLength()) {
            Rectangle2D first = skin.getCharacterBounds(from);
            Rectangle2D last = skin.getCharacterBounds(Math.max(from, to - 1));
            double x = Math.max(first.getMinX(), 0);
            double end = Math.min(last.getMaxX(), field.getWidth());
            underline.resizeRelocate(x, field.getHeight() - 6, Math.max(0, end - x), 2);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> escape();
            case F1 -> toggleHelp();
            case DOWN -> onDown.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void escape() {
        if (help.isVisible()) {
            help.setVisible(false);
        } else {
            field.clear();
        }
    }
}
