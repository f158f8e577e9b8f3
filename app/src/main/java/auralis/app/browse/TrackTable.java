package auralis.app.browse;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.text.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.TableViewSelectionModel;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/**
 * The list of tracks. It shows a result that is replaced as a whole; its sort order is carried out
 * by the {@link Catalogue}, never by the table. What was selected and seen stays so, wherever it is
 * in the new result.
 */
final class TrackTable {
    private static final double ROW_HEIGHT = 34;

    /** To select rows one by one, more than that would be felt. */
    private static final int MOST_KEPT = 5_000;

    private final TableView<Row> table = new TableView<>();
    private final TableColumns columns;
    private final Catalogue catalogue;
    private final Consumer<Row> onPlay;
    private Set<Row> chosen = Set.of(); // selected last, whether they are shown or not

    TrackTable(Catalogue catalogue, Actions actions, Consumer<Row> onPlay, Consumer<Row> onHeart) {
        this.catalogue = catalogue;
        this.onPlay = onPlay;
        Named.named(table, "table");
        table.getStyleClass().addAll("tracks", "dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns = new TableColumns(table, onHeart);
        table.setSortPolicy(view -> sort());
        table.setRowFactory(view -> row());
        table.setContextMenu(
                actions.contextMenu(
                        List.of(
                                List.of(Action.PLAY_SELECTED, Action.PLAY_NEXT, Action.ENQUEUE),
                                List.of(Action.SHOW_FILE, Action.FAVOURITE, Action.MORE_LIKE_THIS),
                                List.of(
                                        Action.SHOW_STEMS,
                                        Action.SEPARATE,
                                        Action.SHOW_TRANSCRIPT,
                                        Action.TRANSCRIBE),
                                List.of(Action.REMOVE))));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::playOnEnter);
        table.setPlaceholder(new Region());
        table.setItems(catalogue.visible());
        catalogue.onReplace(this::keep);
        catalogue.place().addListener((observed, before, now) -> sortFor(before, now));
    }

    TableView<Row> node() {
        return table;
    }

    TableColumns columns() {
        return columns;
    }

    List<Row> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /** Selects what follows the selected rows, which will go. */
    void selectNext() {
        int[] indices =
                table.getSelectionModel().getSelectedIndices().stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
        int next = IntStream.of(indices).max().orElse(-1) + 1;
        int before = IntStream.of(indices).min().orElse(0) - 1;
        chosen = Set.of();
        table.getSelectionModel().clearSelection();
        if (next < catalogue.visible().size()) {
            table.getSelectionModel().clearAndSelect(next);
        } else if (before >= 0) {
            table.getSelectionModel().clearAndSelect(before);
        }
    }

    void reveal(Row row) {
        int index = catalogue.visible().indexOf(row);
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 5));
        }
    }

    /** What was opened stands in its own order, until the user sorts it. */
    private void sortFor(Place before, Place now) {
        boolean wasOpened = before.isInOwnOrder();
        boolean isOpened = now.isInOwnOrder();
        if (isOpened && !wasOpened) {
            columns.setSortingAside();
        } else if (wasOpened && !isOpened) {
            columns.bringSortingBack();
        }
    }

    private boolean sort() {
        catalogue.sorting().set(columns.sorting());
        columns.tell();
        return true;
    }

    private TableRow<Row> row() {
        TableRow<Row> row = new TableRow<>();
        row.setOnMouseClicked(
                event -> {
                    boolean twice = event.getClickCount() == 2;
                    if (twice && event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                        onPlay.accept(row.getItem());
                    }
                });
        return row;
    }

    private void playOnEnter(KeyEvent event) {
        Row row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && row != null) {
            event.consume();
            onPlay.accept(row);
        }
    }

    /**
     * @param same whether what comes answers the same question: then the first row stays the first,
     *     else the selection is shown, or the beginning
     */
    private Runnable keep(boolean same) {
        Set<Row> selected = new HashSet<>(table.getSelectionModel().getSelectedItems());
        chosen = selected.isEmpty() ? chosen : selected;
        Row focused = table.getFocusModel().getFocusedItem();
        Row first = same ? firstSeen() : null;
        return () -> {
            int shown = select(chosen, focused);
            int top = first == null ? -1 : catalogue.visible().indexOf(first);
            if (top >= 0) {
                table.scrollTo(top);
            } else if (!same) {
                table.scrollTo(Math.max(0, shown - 5));
            }
        };
    }

    private Row firstSeen() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() instanceof TableRow<?> row
                ? (Row) row.getItem()
                : null;
    }

    /** Answers the place of the first of the rows, or -1. */
    private int select(Set<Row> rows, Row focused) {
        TableViewSelectionModel<Row> selection = table.getSelectionModel();
        List<Row> shown = catalogue.visible();
        selection.clearSelection();
        if (rows.isEmpty() || rows.size() > MOST_KEPT) {
            return -1;
        }
        int[] found =
                IntStream.range(0, shown.size()).filter(i -> rows.contains(shown.get(i))).toArray();
        if (found.length == 0) {
            return -1;
        }
        selection.selectIndices(found[0], found);
        IntStream.of(found)
                .filter(index -> shown.get(index) == focused)
                .findFirst()
                .ifPresent(table.getFocusModel()::focus);
        return found[0];
    }
}
