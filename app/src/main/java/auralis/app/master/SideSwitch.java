package auralis.app.master;

import auralis.app.play.Side;
import auralis.app.text.Named;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The big switch between original and mastered. */
final class SideSwitch {
    private final HBox box = new HBox();

    SideSwitch(ObjectProperty<Side> side) {
        ToggleGroup group = new ToggleGroup();
        box.getStyleClass().add("side-switch");
        box.getChildren()
                .addAll(
                        button("master.ab.original", Side.ORIGINAL, group, side),
                        button("master.ab.mastered", Side.MASTERED, group, side));
    }

    Node node() {
        return box;
    }

    private static ToggleButton button(
            String id, Side own, ToggleGroup group, ObjectProperty<Side> side) {
        ToggleButton button = Named.labelled(new ToggleButton(), id);
        button.getStyleClass().add(own == Side.ORIGINAL ? "original" : "mastered");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        // Pressing the chosen one again keeps it chosen.
        button.setOnAction(
                event -> {
                    side.set(own);
                    button.setSelected(true);
                });
        side.subscribe(now -> button.setSelected(now == own));
        return button;
    }
}
