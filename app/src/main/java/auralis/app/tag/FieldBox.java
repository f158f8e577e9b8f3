package auralis.app.tag;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.EnumSet;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One field of the form. Where the files differ it is empty and stays out of the change until
 * something is typed; removing what they say takes a button, never an empty field by accident.
 */
final class FieldBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final TagField field;
    private final Runnable onChange;
    private final TextInputControl input;
    private final Button button = new Button();
    private final FontIcon icon = new FontIcon();
    private final Label label = new Label();
    private final boolean differ;
    private final String before;
    private boolean removes;

    /**
     * @param common what all files say; empty where they differ
     * @param onEnter called when the user goes on by Enter
     */
    FieldBox(TagField field, Optional<String> common, Runnable onEnter, Runnable onChange) {
        this.field = field;
        this.onChange = onChange;
        differ = common.isEmpty();
        input = field == TagField.COMMENT ? area() : line(onEnter);
        Named.named(input, field.id());
        input.setText(common.orElse(""));
        before = input.getText();
        label.setText(field.title());
        label.setLabelFor(input);
        label.getStyleClass().add("quiet");
        label.setMinWidth(Label.USE_PREF_SIZE);
        button.setId(field.id() + ".button");
        button.setGraphic(icon);
        button.setTooltip(new Tooltip());
        button.getStyleClass().addAll("button-icon", "flat", "tiny");
        button.setOnAction(event -> press());
        button.managedProperty().bind(button.visibleProperty());
        input.textProperty().addListener((observed, was, now) -> typed());
        show();
    }

    Label label() {
        return label;
    }

    TextInputControl input() {
        return input;
    }

    Node node() {
        HBox box = new HBox(input, button);
        HBox.setHgrow(input, Priority.ALWAYS);
        box.getStyleClass().add("tag-field");
        return box;
    }

    /** The new text; empty where the field stays as it is. */
    Optional<String> change() {
        boolean typed = !input.getText().equals(before);
        return removes || typed ? Optional.of(input.getText().strip()) : Optional.empty();
    }

    private static TextInputControl line(Runnable onEnter) {
        TextField line = new TextField();
        line.setOnAction(event -> onEnter.run());
        return line;
    }

    private static TextInputControl area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(2);
        return area;
    }

    private void typed() {
        removes = false;
        show();
        onChange.run();
    }

    /** Takes the change back, or removes the field from all files. */
    private void press() {
        boolean changed = change().isPresent();
        input.setText(before);
        removes = !changed;
        show();
        onChange.run();
        input.requestFocus();
    }

    /** Where numbers go, there is no room for more. */
    private String differKey() {
        boolean narrow = EnumSet.range(TagField.TRACK, TagField.YEAR).contains(field);
        return narrow ? "tags.differ.narrow" : "tags.differ";
    }

    private void show() {
        boolean changed = change().isPresent();
        input.pseudoClassStateChanged(CHANGED, changed);
        input.setPromptText(differ ? Texts.text(removes ? "tags.removed" : differKey()) : "");
        button.setVisible(changed || differ);
        icon.setIconLiteral(changed ? "mdi2u-undo" : "mdi2e-eraser");
        String words = Texts.text(changed ? "tags.reset" : "tags.remove", field.title());
        button.setAccessibleText(words);
        button.getTooltip().setText(words);
    }
}
