package auralis.app.sheet;

import auralis.app.action.Actions;
import auralis.app.text.Named;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One page over the window: a title, what it is about, and buttons below. Esc closes it, Tab stays
 * in it, and the focus goes back to where it was. Shown once.
 */
public final class Sheet {
    /** What does not fit ends in an ellipsis; names of files have no bounds. */
    private static final double WIDEST_TITLE = 540;

    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    private final StackPane veil = new StackPane();
    private final BorderPane page = new BorderPane();
    private final HBox foot = new HBox();
    private StackPane window;
    private Node focusBefore;
    private Runnable onClosed = () -> {};
    private Runnable onShortcutEnter = () -> {};

    /**
     * @param id of the page
     */
    public Sheet(String id, String title, Actions actions) {
        page.setTop(head(title));
        page.setBottom(foot);
        page.getStyleClass().add("sheet");
        page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        foot.getStyleClass().add("sheet-foot");
        veil.setId(id);
        veil.getStyleClass().add("veil");
        veil.getChildren().add(page);
        veil.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        veil.setOnDragOver(event -> event.consume());
        actions.claim(veil);
    }

    public void setContent(Node content) {
        page.setCenter(content);
    }

    /** What it is about, from top to bottom. */
    public void setBody(Node... lines) {
        setBody(Region.USE_COMPUTED_SIZE, lines);
    }

    /** The same, of a width. */
    public void setBody(double width, Node... lines) {
        VBox body = new VBox(lines);
        body.getStyleClass().add("sheet-body");
        body.setPrefWidth(width);
        setContent(body);
    }

    /**
     * A button that closes the page.
     *
     * @param id also the key of its text
     */
    public Button closing(String id) {
        return answer(id, () -> {});
    }

    /** A button that closes the page, and then does something. */
    public Button answer(String id, Runnable action) {
        Button button = Named.labelled(new Button(), id);
        button.setOnAction(
                event -> {
                    close();
                    action.run();
                });
        return button;
    }

    /** What stands at the foot, from left to right. */
    public void setFoot(Node... nodes) {
        foot.getChildren().setAll(nodes);
    }

    public void onClosed(Runnable action) {
        onClosed = action;
    }

    /** What Ctrl+Enter does, wherever one is. */
    public void onShortcutEnter(Runnable action) {
        onShortcutEnter = action;
    }

    /** Goes on to what comes next. */
    public void next() {
        go(1);
    }

    /**
     * @param over the root of the window
     * @param first gets the focus; where it cannot, the first that can, so that keys do not go to
     *     what lies below
     */
    public void show(StackPane over, Node first) {
        window = over;
        focusBefore = over.getScene().getFocusOwner();
        over.getChildren().add(veil);
        if (first.isDisabled()) {
            next();
            return;
        }
        first.requestFocus();
        if (first instanceof TextInputControl text) {
            text.selectAll();
        }
    }

    public void close() {
        window.getChildren().remove(veil);
        onClosed.run();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private Node head(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("sheet-title");
        title.setMinWidth(0);
        title.setMaxWidth(WIDEST_TITLE);
        title.setTooltip(new Tooltip(text));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = Named.named(new Button(), "sheet.close");
        close.setGraphic(new FontIcon("mdi2c-close"));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setOnAction(event -> close());
        HBox head = new HBox(title, space, close);
        head.getStyleClass().add("sheet-head");
        return head;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            go(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            onShortcutEnter.run();
            event.consume();
        }
    }

    private void go(int step) {
        List<Node> stops = new ArrayList<>();
        collect(page.getCenter(), stops);
        collect(foot, stops);
        collect(page.getTop(), stops);
        int from = stops.indexOf(veil.getScene().getFocusOwner());
        Node next = stops.get(Math.floorMod(from + step, stops.size()));
        next.requestFocus();
        if (next instanceof TextInputControl text) {
            text.selectAll();
        }
        next.pseudoClassStateChanged(FOCUS_VISIBLE, true);
        stops.stream()
                .filter(stop -> stop != next)
                .forEach(stop -> stop.pseudoClassStateChanged(FOCUS_VISIBLE, false));
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof ScrollPane scroll) {
            collect(scroll.getContent(), stops);
        } else if (node instanceof Parent parent && !(node instanceof Control)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
