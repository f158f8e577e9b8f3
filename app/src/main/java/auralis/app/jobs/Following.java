package auralis.app.jobs;

import auralis.library.track.JobState;
import java.util.List;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keeps the job that is worked on in sight, until the user scrolls or selects; then again when the
 * list is opened the next time.
 */
final class Following {
    /** So many rows that have ended stay to be seen above it. */
    private static final int ABOVE = 2;

    private final TableView<JobRow> table;
    private boolean left; // the user looks at other rows
    private JobRow shown; // null before the first

    Following(TableView<JobRow> table) {
        this.table = table;
        table.addEventFilter(ScrollEvent.SCROLL, event -> left = true);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> left = true);
    }

    /** The list is opened. */
    void begin() {
        left = false;
        shown = null;
        look();
    }

    /** After every change of the queue. */
    void look() {
        List<JobRow> rows = table.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).job().state() == JobState.RUNNING) {
                show(rows.get(i), i);
                return;
            }
        }
    }

    private void show(JobRow row, int index) {
        if (row == shown || left || !table.getSelectionModel().isEmpty()) {
            return;
        }
        shown = row;
        if (!isInSight(index)) {
            table.scrollTo(Math.max(0, index - ABOVE));
        }
    }

    private boolean isInSight(int index) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            return first != null && first.getIndex() < index && index < last.getIndex();
        }
        return false;
    }
}
