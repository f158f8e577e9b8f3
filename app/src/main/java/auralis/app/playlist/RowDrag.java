package auralis.app.playlist;

import auralis.app.browse.TrackDrag;
import auralis.app.catalogue.Row;
import auralis.app.drag.DropPlace;
import java.util.List;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Rows of the list that are dragged: to a playlist, or within one to another place. */
final class RowDrag {
    private final TableView<Row> table;
    private final PlaylistRows rows;
    private final DropPlace place;
    private IndexedCell<?> pressed; // null unless several rows are selected

    private RowDrag(TableView<Row> table, PlaylistRows rows) {
        this.table = table;
        this.rows = rows;
        place = new DropPlace(table);
    }

    static void install(TableView<Row> table, PlaylistRows rows) {
        RowDrag drag = new RowDrag(table, rows);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
        table.addEventHandler(MouseEvent.DRAG_DETECTED, drag::begin);
        table.addEventHandler(DragEvent.DRAG_OVER, drag::over);
        table.addEventHandler(DragEvent.DRAG_DROPPED, drag::drop);
    }

    /** Several rows stay selected while they may be about to be dragged. */
    private void press(MouseEvent event) {
        boolean plain =
                event.getButton() == MouseButton.PRIMARY
                        && !event.isShiftDown()
                        && !event.isShortcutDown();
        boolean several = table.getSelectionModel().getSelectedIndices().size() > 1;
        pressed =
                DropPlace.line(event.getPickResult())
                        .filter(row -> plain && several && row.isSelected())
                        .orElse(null);
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
        boolean onRow = DropPlace.line(event.getPickResult()).isPresent();
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
        if (isWithin(event)) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
            place.show(event);
        }
    }

    private boolean isWithin(DragEvent event) {
        return event.getGestureSource() == table && rows.isMovable();
    }

    private void drop(DragEvent event) {
        place.clear();
        if (isWithin(event)) {
            rows.moveTo(place.of(event));
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
