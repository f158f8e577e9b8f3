package auralis.app.form;

import auralis.app.text.Named;
import auralis.app.text.Shown;
import auralis.app.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Lines of a form, one below the other, most of them a caption and what is chosen there. */
public final class Form {
    private final GridPane grid = new GridPane();

    private Form(String... styles) {
        grid.getStyleClass().addAll(styles);
    }

    /** With the space that there is on a page or a sheet. */
    public static Form roomy() {
        return new Form("settings", "prefs-form");
    }

    /** For a narrow panel. */
    public static Form dense() {
        return new Form("settings");
    }

    public Region node() {
        return grid;
    }

    /**
     * A line with one of several values.
     *
     * @param id also the key of its caption
     */
    public <T> ComboBox<T> combo(String id, List<T> values, T chosen, Function<T, String> words) {
        ComboBox<T> combo = combo(id, values, words);
        combo.setValue(values.contains(chosen) ? chosen : values.get(0));
        return combo;
    }

    /** The same, with none of them chosen yet. */
    public <T> ComboBox<T> combo(String id, List<T> values, Function<T, String> words) {
        ComboBox<T> combo = Named.named(new ComboBox<>(), id);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Shown.as(words));
        combo.getItems().setAll(values);
        field(id, combo, combo);
        return combo;
    }

    /**
     * Any other line.
     *
     * @param key of the caption
     * @param control that the caption is of
     * @param row it stands in
     */
    public void field(String key, Node control, Node row) {
        line(caption(Texts.text(key), control), row);
    }

    /** A line of which the right side takes the space that is left. */
    public void line(Node left, Node right) {
        GridPane.setHgrow(right, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), left, right);
    }

    /** Below the control of the line above. */
    public void below(Node node) {
        grid.add(node, 1, grid.getRowCount());
    }

    /** A line that has no caption. */
    public void whole(Node node) {
        grid.add(node, 0, grid.getRowCount(), 2, 1);
    }

    /** The same for text that is broken at a width. */
    public void whole(Region node, double width) {
        node.setMaxWidth(width);
        node.setPrefWidth(width);
        node.setMinHeight(Region.USE_PREF_SIZE);
        whole(node);
    }

    /**
     * What stands beside a control.
     *
     * @param of the control
     */
    public static Label caption(String words, Node of) {
        Label caption = new Label(words);
        caption.setLabelFor(of);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("quiet");
        return caption;
    }

    /** What stands over lines that belong together. */
    public static Label heading(String key) {
        Label heading = new Label(Texts.text(key));
        heading.getStyleClass().addAll("heading", "prefs-heading");
        return heading;
    }

    /** What explains lines; its key also names it. */
    public static Label hint(String key) {
        Label hint = new Label(Texts.text(key));
        hint.setId(key);
        hint.getStyleClass().add("prefs-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }
}
