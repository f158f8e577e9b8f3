package auralis.app.browse;

import auralis.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes a pane take files and folders, and says so while they hover over it. */
public final class DropTarget {
    private final Node hint = hint();
    private final Consumer<List<Path>> onDrop;

    private DropTarget(Consumer<List<Path>> onDrop) {
        this.onDrop = onDrop;
    }

    public static void install(StackPane pane, Consumer<List<Path>> onDrop) {
        DropTarget target = new DropTarget(onDrop);
        pane.getChildren().add(target.hint);
        pane.setOnDragOver(target::over);
        pane.setOnDragExited(event -> target.hint.setVisible(false));
        pane.setOnDragDropped(target::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            hint.setVisible(true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        hint.setVisible(false);
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            onDrop.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private static Node hint() {
        Label title = new Label(Texts.text("drop.add"));
        title.getStyleClass().add("drop-title");
        VBox card = new VBox(new FontIcon("mdi2t-tray-arrow-down"), title);
        card.getStyleClass().add("drop-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane frame = new StackPane(card);
        frame.getStyleClass().add("drop-frame");
        StackPane hint = new StackPane(frame);
        hint.getStyleClass().add("drop-hint");
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        return hint;
    }
}
