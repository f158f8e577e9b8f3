package auralis.app.queue;

import auralis.app.browse.TrackDrag;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Row;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.util.Duration;

/** Entries that are dragged to another place in the queue, and tracks that are dropped into it. */
final class EntryDrag {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    /** So near the edge, in pixels, the list goes on by itself. */
    private static final double EDGE = 24;

    /** Resting so long on the line of the side bar opens the queue. */
    private static final Duration REST = Duration.millis(700);

    private final ListView<Entry> list;
    private final QueueEdits edits;
    private final Catalogue catalogue;
    private ListCell<?> marked; // null while no place is shown

    EntryDrag(ListView<Entry> list, QueueEdits edits, Catalogue catalogue) {
        this.list = list;
        this.edits = edits;
        this.catalogue = catalogue;
    }

    void install() {
        from(list, () -> rows(list.getSelectionModel().getSelectedItems()));
        list.addEventHandler(DragEvent.DRAG_OVER, this::over);
        list.addEventHandler(DragEvent.DRAG_EXITED, event -> unmark());
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
                && cellAt(event.getPickResult().getIntersectedNode()).isPresent()) {
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
            scrollNear(event.getY());
            mark(event);
        }
    }

    private void drop(DragEvent event) {
        unmark();
        if (!TrackDrag.isIn(event.getDragboard())) {
            return;
        }
        int to = placeAt(event);
        if (event.getGestureSource() == list) {
            edits.move(List.copyOf(list.getSelectionModel().getSelectedItems()), to);
        } else {
            edits.insert(to, rows(event.getDragboard(), catalogue));
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private int placeAt(DragEvent event) {
        return cellAt(event.getPickResult().getIntersectedNode())
                .map(cell -> cell.getIndex() + (isAbove(cell, event) ? 0 : 1))
                .orElse(list.getItems().size());
    }

    private void mark(DragEvent event) {
        unmark();
        cellAt(event.getPickResult().getIntersectedNode())
                .ifPresent(
                        cell -> {
                            marked = cell;
                            PseudoClass side = isAbove(cell, event) ? ABOVE : BELOW;
                            cell.pseudoClassStateChanged(side, true);
                        });
    }

    private void unmark() {
        if (marked != null) {
            marked.pseudoClassStateChanged(ABOVE, false);
            marked.pseudoClassStateChanged(BELOW, false);
            marked = null;
        }
    }

    private void scrollNear(double y) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            if (y < EDGE) {
                list.scrollTo(Math.max(0, first - 1));
            } else if (y > list.getHeight() - EDGE) {
                list.scrollTo(Math.min(list.getItems().size() - 1, first + 1));
            }
        }
    }

    private static List<Row> rows(Dragboard board, Catalogue catalogue) {
        return TrackDrag.ids(board).stream().flatMap(id -> catalogue.find(id).stream()).toList();
    }

    private static List<Row> rows(List<Entry> entries) {
        return entries.stream().map(Entry::row).toList();
    }

    private static boolean isAbove(ListCell<?> cell, DragEvent event) {
        return cell.sceneToLocal(event.getSceneX(), event.getSceneY()).getY()
                < cell.getHeight() / 2;
    }

    private static Optional<ListCell<?>> cellAt(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ListCell<?> cell) {
                return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
            }
        }
        return Optional.empty();
    }
}
