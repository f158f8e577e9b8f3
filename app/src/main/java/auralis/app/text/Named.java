package auralis.app.text;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/**
 * Gives a control its one name: node id, words for the screen reader and, where there is a text for
 * it, a tooltip.
 */
public final class Named {
    private Named() {}

    /**
     * @param id also the key of its text; {@code id.tip} may hold a tooltip
     */
    public static <N extends Node> N named(N node, String id) {
        node.setId(id);
        node.setAccessibleText(Texts.text(id));
        if (node instanceof Control control && Texts.has(id + ".tip")) {
            control.setTooltip(new Tooltip(Texts.text(id + ".tip")));
        }
        return node;
    }

    /** The same for a control that shows its text. */
    public static <L extends Labeled> L labelled(L control, String id) {
        control.setText(Texts.text(id));
        return named(control, id);
    }
}
