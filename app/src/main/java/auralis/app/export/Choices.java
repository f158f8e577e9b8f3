package auralis.app.export;

import auralis.app.text.Named;
import auralis.app.text.Shown;
import auralis.app.text.Texts;
import auralis.library.export.NameTemplate;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Lines of a form, each a caption and what is chosen there. */
public final class Choices {
    private final GridPane form = new GridPane();

    public Choices() {
        form.getStyleClass().addAll("settings", "prefs-form");
    }

    public Node node() {
        return form;
    }

    /**
     * A line with one of several values.
     *
     * @param id also the key of its caption
     */
    public <T> ComboBox<T> combo(String id, List<T> values, T chosen, Function<T, String> words) {
        ComboBox<T> combo = Named.named(new ComboBox<>(), id);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Shown.as(words));
        combo.getItems().setAll(values);
        combo.setValue(values.contains(chosen) ? chosen : values.get(0));
        field(id, combo, combo);
        return combo;
    }

    /**
     * Any other line.
     *
     * @param control that the caption is of
     * @param row it stands in
     */
    public void field(String key, Control control, Node row) {
        Label caption = new Label(Texts.text(key));
        caption.setLabelFor(control);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("quiet");
        GridPane.setHgrow(row, Priority.ALWAYS);
        form.addRow(form.getRowCount(), caption, row);
    }

    /**
     * A line with a folder, typed or chosen.
     *
     * @param folder also names the caption
     * @param first what to begin with
     * @param asking has the user choose one
     */
    public void folder(
            TextField folder,
            Optional<Path> first,
            Button choose,
            Supplier<Optional<Path>> asking) {
        folder.setText(first.map(Path::toString).orElse(""));
        folder.setPromptText(Texts.text("export.folder.prompt"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(
                event -> asking.get().ifPresent(chosen -> folder.setText(chosen.toString())));
        HBox row = new HBox(folder, choose);
        row.getStyleClass().add("value-row");
        HBox.setHgrow(folder, Priority.ALWAYS);
        field(folder.getId(), folder, row);
    }

    /** What is wrong with a template of names, or with where the files are to go. */
    public static Optional<String> fault(String name, String folder) {
        try {
            new NameTemplate(name);
        } catch (IllegalArgumentException e) {
            return Optional.of(Texts.text("export.name.fault", e.getMessage()));
        }
        return isFolder(folder.strip())
                ? Optional.empty()
                : Optional.of(Texts.text("export.folder.fault"));
    }

    private static boolean isFolder(String text) {
        try {
            return !text.isEmpty() && Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Below the control of the line above. */
    public void below(Node node) {
        form.add(node, 1, form.getRowCount());
    }
}
