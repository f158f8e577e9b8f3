package auralis.app.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Rows that wait are dragged to where they are to stand. */
final class JobDrag {
    private static final DataFormat JOBS = new DataFormat("application/x-auralis-jobs");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final double EDGE = 24;

    private final TableView<JobRow> table;
    private final Supplier<List<JobRow>> movable;
    private final IntConsumer onDrop;
    private TableRow<?> marked; // null while no place is shown

    /**
     * @param movable what of the selection can be moved
     * @param onDrop told before which row it goes
     */
    JobDrag(TableView<JobRow> table, Supplier<List<JobRow>> movable, IntConsumer onDrop) {
        this.table = table;
        this.movable = movable;
        this.onDrop = onDrop;
    }

    void install() {
        table.addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
        table.addEventHandler(DragEvent.DRAG_OVER, this::over);
        table.addEventHandler(DragEvent.DRAG_EXITED, event -> unmark());
        table.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    private void begin(MouseEvent event) {
        boolean onRow = rowAt(event.getPickResult().getIntersectedNode()).isPresent();
        if (event.getButton() == MouseButton.PRIMARY && onRow && !movable.get().isEmpty()) {
            Dragboard board = table.startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.put(JOBS, "");
            board.setContent(content);
            event.consume();
        }
    }

    private void over(DragEvent event) {
        if (isOurs(event)) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
            scrollNear(event.getY());
            mark(event);
        }
    }

    private void drop(DragEvent event) {
        unmark();
        if (isOurs(event)) {
            onDrop.accept(placeAt(event));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean isOurs(DragEvent event) {
        return event.getGestureSource() == table && event.getDragboard().hasContent(JOBS);
    }

    private int placeAt(DragEvent event) {
        return rowAt(event.getPickResult().getIntersectedNode())
                .map(row -> row.getIndex() + (isAbove(row, event) ? 0 : 1))
                .orElse(table.getItems().size());
    }

    private void mark(DragEvent event) {
        unmark();
        rowAt(event.getPickResult().getIntersectedNode())
                .ifPresent(
                        row -> {
                            marked = row;
                            PseudoClass side = isAbove(row, event) ? ABOVE : BELOW;
                            row.pseudoClassStateChanged(side, true);
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
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            if (y < 2 * EDGE) {
                table.scrollTo(Math.max(0, first - 1));
            } else if (y > table.getHeight() - EDGE) {
                table.scrollTo(Math.min(table.getItems().size() - 1, first + 1));
            }
        }
    }

    private static boolean isAbove(TableRow<?> row, DragEvent event) {
        return row.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() < row.getHeight() / 2;
    }

    private static Optional<TableRow<?>> rowAt(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> row) {
                return row.isEmpty() ? Optional.empty() : Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
