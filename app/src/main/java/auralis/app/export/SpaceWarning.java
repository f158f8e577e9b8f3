package auralis.app.export;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.export.ExportPlanner.Room;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where there is not enough room, one does not begin by mistake. */
public final class SpaceWarning {
    private final Label tight = new Label();
    private final CheckBox anyway = Named.labelled(new CheckBox(), "export.anyway");
    private final VBox box = new VBox(tight, anyway);
    private final BooleanBinding stops =
            Bindings.createBooleanBinding(
                    () -> !tight.getText().isEmpty() && !anyway.isSelected(),
                    tight.textProperty(),
                    anyway.selectedProperty());

    public SpaceWarning() {
        tight.setId("export.tight");
        tight.getStyleClass().add("export-tight");
        tight.setGraphic(new FontIcon("mdi2a-alert-circle-outline"));
        tight.setWrapText(true);
        tight.setMinHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().add("export-warning");
        box.visibleProperty().bind(tight.textProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
    }

    /** Takes no place while there is nothing to warn of. */
    public Node node() {
        return box;
    }

    /** Whether there is too little room and the user did not agree to it. */
    public BooleanBinding stops() {
        return stops;
    }

    /** Warns of a disk, or of none; what was agreed to before is forgotten. */
    public void show(Optional<Room> disk) {
        anyway.setSelected(false);
        tight.setText(disk.map(SpaceWarning::words).orElse(""));
    }

    private static String words(Room room) {
        return Texts.text(
                "export.tight",
                room.folder(),
                ExportWords.megabytes(room.neededBytes()),
                ExportWords.megabytes(room.usableBytes()));
    }
}
