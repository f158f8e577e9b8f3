package auralis.app.browse;

import auralis.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Makes a pane take files and folders, side by side for all that can be done with them, and says so
 * while they hover over it.
 */
public final class DropTarget {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final List<Offer> offers;
    private final StackPane pane;
    private final HBox hint = new HBox();

    /**
     * What can be done with files.
     *
     * @param id of its part of the pane, and key of what it says
     * @param more key of what it says below
     */
    public record Offer(String id, String more, String icon, Consumer<List<Path>> onDrop) {}

    private DropTarget(StackPane pane, List<Offer> offers) {
        this.pane = pane;
        this.offers = List.copyOf(offers);
        offers.forEach(offer -> hint.getChildren().add(part(offer)));
        hint.getStyleClass().add("drop-hint");
        hint.setMouseTransparent(true);
        hint.setVisible(false);
    }

    /**
     * @param offers from left to right
     */
    public static void install(StackPane pane, List<Offer> offers) {
        DropTarget target = new DropTarget(pane, offers);
        pane.getChildren().add(target.hint);
        // Where a part of the pane takes them itself, this one says nothing.
        pane.addEventFilter(DragEvent.DRAG_OVER, event -> target.hint.setVisible(false));
        pane.setOnDragOver(target::over);
        pane.setOnDragExited(event -> target.hint.setVisible(false));
        pane.setOnDragDropped(target::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            hint.setVisible(true);
            mark(at(event));
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        hint.setVisible(false);
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            offers.get(at(event))
                    .onDrop()
                    .accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private int at(DragEvent event) {
        double across = event.getX() / Math.max(1, pane.getWidth());
        return Math.max(0, Math.min(offers.size() - 1, (int) (across * offers.size())));
    }

    private void mark(int chosen) {
        for (int i = 0; i < offers.size(); i++) {
            hint.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
        }
    }

    private static Node part(Offer offer) {
        Label title = new Label(Texts.text(offer.id()));
        title.getStyleClass().add("drop-title");
        Label more = new Label(Texts.text(offer.more()));
        more.getStyleClass().add("drop-more");
        VBox part = new VBox(new FontIcon(offer.icon()), title, more);
        part.setId(offer.id());
        part.getStyleClass().add("drop-part");
        part.setMaxWidth(Double.MAX_VALUE);
        part.setPrefWidth(0);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }
}
