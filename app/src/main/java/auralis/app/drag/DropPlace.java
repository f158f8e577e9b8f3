package auralis.app.drag;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.DragEvent;
import javafx.scene.input.PickResult;

/**
 * Where, among the lines of a list or table, that goes which is dragged over it. The line beside
 * shows it, and near an edge the list goes on by itself.
 */
public final class DropPlace {
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    /** So near the edge, in pixels. */
    private static final double EDGE = 24;

    private final Control list;
    private Node marked; // null while no place is shown

    /**
     * @param list a list or a table
     */
    public DropPlace(Control list) {
        this.list = list;
        list.addEventHandler(DragEvent.DRAG_EXITED, event -> clear());
    }

    /** The line under the pointer; empty where there is none or nothing in it. */
    public static Optional<IndexedCell<?>> line(PickResult pick) {
        for (Node at = pick.getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> || at instanceof ListCell<?>) {
                return Optional.<IndexedCell<?>>of((IndexedCell<?>) at).filter(it -> !it.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** Shows where it would go, and brings more lines into sight. */
    public void show(DragEvent event) {
        clear();
        flow().ifPresent(flow -> scroll(flow, event));
        line(event.getPickResult()).ifPresent(line -> mark(line, event));
    }

    /** Shows no place any more. */
    public void clear() {
        if (marked != null) {
            marked.pseudoClassStateChanged(ABOVE, false);
            marked.pseudoClassStateChanged(BELOW, false);
            marked = null;
        }
    }

    /** The number of the line before which it goes; that of all lines: behind them. */
    public int of(DragEvent event) {
        return line(event.getPickResult())
                .map(line -> line.getIndex() + (isAbove(line, event) ? 0 : 1))
                .orElseGet(() -> flow().map(VirtualFlow::getCellCount).orElse(0));
    }

    private void mark(IndexedCell<?> line, DragEvent event) {
        marked = line;
        line.pseudoClassStateChanged(isAbove(line, event) ? ABOVE : BELOW, true);
    }

    private static boolean isAbove(Node line, DragEvent event) {
        double middle = line.getLayoutBounds().getHeight() / 2;
        return line.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() < middle;
    }

    private static void scroll(VirtualFlow<?> flow, DragEvent event) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        double y = flow.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        if (first != null && y < EDGE) {
            flow.scrollTo(Math.max(0, first.getIndex() - 1));
        } else if (first != null && y > flow.getHeight() - EDGE) {
            flow.scrollTo(Math.min(flow.getCellCount() - 1, first.getIndex() + 1));
        }
    }

    private Optional<VirtualFlow<?>> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                ? Optional.of(flow)
                : Optional.empty();
    }
}
