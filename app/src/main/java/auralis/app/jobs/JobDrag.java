package auralis.app.jobs;

import auralis.app.drag.DropPlace;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Rows that wait are dragged to where they are to stand. */
final class JobDrag {
    private static final DataFormat JOBS = new DataFormat("application/x-auralis-jobs");

    private final TableView<JobRow> table;
    private final Supplier<List<JobRow>> movable;
    private final IntConsumer onDrop;
    private final DropPlace place;

    private JobDrag(TableView<JobRow> table, Supplier<List<JobRow>> movable, IntConsumer onDrop) {
        this.table = table;
        this.movable = movable;
        this.onDrop = onDrop;
        place = new DropPlace(table);
    }

    /**
     * @param movable what of the selection can be moved
     * @param onDrop told before which row it goes
     */
    static void install(
            TableView<JobRow> table, Supplier<List<JobRow>> movable, IntConsumer onDrop) {
        JobDrag drag = new JobDrag(table, movable, onDrop);
        table.addEventHandler(MouseEvent.DRAG_DETECTED, drag::begin);
        table.addEventHandler(DragEvent.DRAG_OVER, drag::over);
        table.addEventHandler(DragEvent.DRAG_DROPPED, drag::drop);
    }

    private void begin(MouseEvent event) {
        boolean onRow = DropPlace.line(event.getPickResult()).isPresent();
        if (event.getButton() == MouseButton.PRIMARY && onRow && !movable.get().isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.put(JOBS, "");
            table.startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
        }
    }

    private void over(DragEvent event) {
        if (isOurs(event)) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
            place.show(event);
        }
    }

    private void drop(DragEvent event) {
        place.clear();
        if (isOurs(event)) {
            onDrop.accept(place.of(event));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean isOurs(DragEvent event) {
        return event.getGestureSource() == table && event.getDragboard().hasContent(JOBS);
    }
}
