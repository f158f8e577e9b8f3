package auralis.app.queue;

import auralis.app.browse.TrackDrag;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Row;
import auralis.app.drag.DropPlace;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.util.Duration;

/** Entries that are dragged to another place in the queue, and tracks that are dropped into it. */
final class EntryDrag {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    /** Resting so long on the line of the side bar opens the queue. */
    private static final Duration REST = Duration.millis(700);

    private final ListView<Entry> list;
    private final QueueEdits edits;
    private final Catalogue catalogue;
    private final DropPlace place;

    EntryDrag(ListView<Entry> list, QueueEdits edits, Catalogue catalogue) {
        this.list = list;
        this.edits = edits;
        this.catalogue = catalogue;
        place = new DropPlace(list);
    }

    void install() {
        from(list, () -> rows(list.getSelectionModel().getSelectedItems()));
        list.addEventHandler(DragEvent.DRAG_OVER, this::over);
        list.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    /** What is dragged out of a list. */
    interface Dragged {
        List<Row> rows();
    }

    /** Lets rows of a list be dragged. */
    static void from(ListView<?> source, Dragged dragged) {
        source.addEventHandler(MouseEvent.DRAG_DETECTED, event -> begin(source, dragged, event));
    }

    /** Makes a line of the side bar take tracks, and lead to the queue while one drags. */
    static void onto(Node line, QueueEdits edits, Catalogue catalogue, Runnable open) {
        PauseTransition rest = new PauseTransition(REST);
        rest.setOnFinished(event -> open.run());
        line.setOnDragEntered(
                event -> {
                    if (TrackDrag.isIn(event.getDragboard())) {
                        line.pseudoClassStateChanged(DROP, true);
                        rest.playFromStart();
                    }
                });
        line.setOnDragExited(
                event -> {
                    line.pseudoClassStateChanged(DROP, false);
                    rest.stop();
                });
        line.setOnDragOver(
                event -> {
                    if (TrackDrag.isIn(event.getDragboard())) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        line.setOnDragDropped(
                event -> {
                    if (TrackDrag.isIn(event.getDragboard())) {
                        edits.addToEnd(rows(event.getDragboard(), catalogue));
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }

    private static void begin(ListView<?> source, Dragged dragged, MouseEvent event) {
        List<Row> rows = dragged.rows();
        if (event.getButton() == MouseButton.PRIMARY
                && !rows.isEmpty()
                && DropPlace.line(event.getPickResult()).isPresent()) {
            Dragboard board = source.startDragAndDrop(TransferMode.COPY_OR_MOVE);
            board.setContent(
                    TrackDrag.content(rows.stream().map(row -> row.track().id()).toList()));
            board.setDragView(TrackDrag.picture(source, rows.size()), -12, -4);
            event.consume();
        }
    }

    private void over(DragEvent event) {
        if (TrackDrag.isIn(event.getDragboard())) {
            boolean within = event.getGestureSource() == list;
            event.acceptTransferModes(within ? TransferMode.MOVE : TransferMode.COPY);
            event.consume();
            place.show(event);
        }
    }

    private void drop(DragEvent event) {
        place.clear();
        if (!TrackDrag.isIn(event.getDragboard())) {
            return;
        }
        int to = place.of(event);
        if (event.getGestureSource() == list) {
            edits.move(List.copyOf(list.getSelectionModel().getSelectedItems()), to);
        } else {
            edits.insert(to, rows(event.getDragboard(), catalogue));
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private static List<Row> rows(Dragboard board, Catalogue catalogue) {
        return TrackDrag.ids(board).stream().flatMap(id -> catalogue.find(id).stream()).toList();
    }

    private static List<Row> rows(List<Entry> entries) {
        return entries.stream().map(Entry::row).toList();
    }
}
