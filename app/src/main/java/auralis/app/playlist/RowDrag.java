package auralis.app.playlist;

import auralis.app.browse.TrackDrag;
import auralis.app.catalogue.Row;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Rows of the list that are dragged: to a playlist, or within one to another place. */
final class RowDrag {
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    /** So near the edge, in pixels, the list goes on by itself. */
    private static final double EDGE = 24;

    private final TableView<Row> table;
    private final PlaylistRows rows;
    private TableRow<?> pressed; // null unless several rows are selected
    private TableRow<?> marked; // null while no place is shown

    private RowDrag(TableView<Row> table, PlaylistRows rows) {
        this.table = table;
        this.rows = rows;
    }

    static void install(TableView<Row> table, PlaylistRows rows) {
        RowDrag drag = new RowDrag(table, rows);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
        table.addEventHandler(MouseEvent.DRAG_DETECTED, drag::begin);
        table.addEventHandler(DragEvent.DRAG_OVER, drag::over);
        table.addEventHandler(DragEvent.DRAG_EXITED, event -> drag.unmark());
        table.addEventHandler(DragEvent.DRAG_DROPPED, drag::drop);
    }

    /** Several rows stay selected while they may be about to be dragged. */
    private void press(MouseEvent event) {
        TableRow<?> row = rowAt(event.getPickResult().getIntersectedNode());
        boolean plain =
                event.getButton() == MouseButton.PRIMARY
                        && !event.isShiftDown()
                        && !event.isShortcutDown();
        boolean several = table.getSelectionModel().getSelectedIndices().size() > 1;
        pressed = plain && several && row != null && row.isSelected() ? row : null;
        if (pressed != null) {
            table.requestFocus();
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (pressed != null) {
            table.getSelectionModel().clearAndSelect(pressed.getIndex());
            pressed = null;
        }
    }

    private void begin(MouseEvent event) {
        List<Long> ids = rows.selectedIds();
        TableRow<?> row = rowAt(event.getPickResult().getIntersectedNode());
        boolean onRow = row != null && !row.isEmpty();
        if (event.getButton() != MouseButton.PRIMARY || !onRow || ids.isEmpty()) {
            return;
        }
        pressed = null;
        Dragboard board = table.startDragAndDrop(TransferMode.COPY_OR_MOVE);
        board.setContent(TrackDrag.content(ids));
        board.setDragView(TrackDrag.picture(table, ids.size()), -12, -4);
        event.consume();
    }

    private void over(DragEvent event) {
        if (!isWithin(event)) {
            return;
        }
        event.acceptTransferModes(TransferMode.MOVE);
        event.consume();
        scrollNear(event.getY());
        mark(event);
    }

    private boolean isWithin(DragEvent event) {
        return event.getGestureSource() == table && rows.isMovable();
    }

    private void mark(DragEvent event) {
        unmark();
        TableRow<?> row = rowAt(event.getPickResult().getIntersectedNode());
        if (row != null && !row.isEmpty()) {
            marked = row;
            row.pseudoClassStateChanged(isAbove(row, event) ? ABOVE : BELOW, true);
        }
    }

    private void unmark() {
        if (marked != null) {
            marked.pseudoClassStateChanged(ABOVE, false);
            marked.pseudoClassStateChanged(BELOW, false);
            marked = null;
        }
    }

    private void drop(DragEvent event) {
        unmark();
        if (isWithin(event)) {
            TableRow<?> row = rowAt(event.getPickResult().getIntersectedNode());
            boolean onRow = row != null && !row.isEmpty();
            int end = table.getItems().size();
            rows.moveTo(onRow ? row.getIndex() + (isAbove(row, event) ? 0 : 1) : end);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void scrollNear(double y) {
        double head = table.lookup(".column-header-background").getBoundsInParent().getHeight();
        if (y < head + EDGE) {
            table.scrollTo(Math.max(0, firstSeen() - 1));
        } else if (y > table.getHeight() - EDGE) {
            table.scrollTo(Math.min(table.getItems().size() - 1, firstSeen() + 1));
        }
    }

    private int firstSeen() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
    }

    private static boolean isAbove(TableRow<?> row, DragEvent event) {
        return row.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() < row.getHeight() / 2;
    }

    private static TableRow<?> rowAt(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> row) {
                return row;
            }
        }
        return null;
    }
}
