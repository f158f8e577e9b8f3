package auralis.app.playlist;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Row;
import auralis.app.text.Texts;
import auralis.library.track.Playlist;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What can be done to the tracks of a playlist in the list. The list goes ahead: it shows the new
 * order at once, and the library is told the newest as fast as it can store. FX thread only.
 */
public final class PlaylistRows {
    private final PlaylistShelf shelf;
    private final BrowseView browse;
    private final Catalogue catalogue;
    private final TableView<Row> table;
    private boolean storing;
    private List<Row> next; // null while nothing newer waits

    public PlaylistRows(PlaylistShelf shelf, BrowseView browse, Actions actions) {
        this.shelf = shelf;
        this.browse = browse;
        this.catalogue = browse.catalogue();
        this.table = browse.table();
        RowDrag.install(table, this);
        ObservableValue<Boolean> movable =
                Bindings.createBooleanBinding(
                        () -> isFilled() && table.isFocused(),
                        table.focusedProperty(),
                        shelf.shown());
        actions.bind(Action.MOVE_UP, () -> move(-1), movable);
        actions.bind(Action.MOVE_DOWN, () -> move(1), movable);
        actions.bindText(
                Action.REMOVE,
                shelf.shown()
                        .map(PlaylistRows::removalKey)
                        .orElse("action.remove")
                        .map(Texts::text));
        addMenu(actions);
    }

    /** Whether the list shows a playlist that the user fills. */
    public boolean isFilled() {
        Playlist shown = shelf.shown().get();
        return shown != null && shown.search().isEmpty();
    }

    /** Whether the rows stand as they do in the playlist: all, and not sorted. */
    boolean isMovable() {
        return isFilled() && catalogue.isInOwnOrder();
    }

    /** Takes the selected tracks out of the playlist; they stay in the library. */
    public void removeSelected() {
        Map<Long, Set<Integer>> removed = places(new HashSet<>(browse.selected()));
        browse.selectNext();
        shelf.take(shelf.shown().get(), removed, () -> {});
    }

    /** Of each track, which of the places where it stands are among the rows. */
    private Map<Long, Set<Integer>> places(Set<Row> rows) {
        Map<Long, Integer> times = new HashMap<>();
        Map<Long, Set<Integer>> places = new HashMap<>();
        for (Row row : catalogue.visible()) {
            long id = row.track().id();
            int time = times.merge(id, 1, Integer::sum) - 1;
            if (rows.contains(row)) {
                places.computeIfAbsent(id, unused -> new HashSet<>()).add(time);
            }
        }
        return places;
    }

    /** Moves the selected rows by one, as long as there is room for all of them. */
    private void move(int by) {
        TreeSet<Integer> selected = new TreeSet<>(table.getSelectionModel().getSelectedIndices());
        boolean room =
                !selected.isEmpty()
                        && selected.first() + by >= 0
                        && selected.last() + by < catalogue.visible().size();
        if (!room || !isMovable()) {
            return;
        }
        List<Row> rows = new ArrayList<>(catalogue.visible());
        for (int index : by < 0 ? selected : selected.descendingSet()) {
            rows.add(index + by, rows.remove(index));
        }
        show(rows, selected.stream().map(index -> index + by).toList());
    }

    /** Moves the selected rows to where they stand before another. */
    void moveTo(int place) {
        TreeSet<Integer> selected = new TreeSet<>(table.getSelectionModel().getSelectedIndices());
        if (selected.isEmpty() || !isMovable()) {
            return;
        }
        List<Row> rows = new ArrayList<>(catalogue.visible());
        List<Row> moved = selected.stream().map(rows::get).toList();
        selected.descendingSet().forEach(index -> rows.remove((int) index));
        int to = place - selected.headSet(place).size();
        rows.addAll(to, moved);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            places.add(to + i);
        }
        show(rows, places);
    }

    private void show(List<Row> rows, List<Integer> selected) {
        number(rows);
        catalogue.show(rows);
        int[] indices = selected.stream().mapToInt(Integer::intValue).toArray();
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().selectIndices(indices[0], indices);
        reveal(indices[0], indices[indices.length - 1]);
        next = rows;
        store(shelf.shown().get());
    }

    /**
     * Of the rows of one track the first stays the first, as the library will answer; looks only at
     * what has moved.
     */
    private void number(List<Row> rows) {
        List<Row> before = catalogue.visible();
        int from = 0;
        int to = rows.size();
        while (from < to && rows.get(from) == before.get(from)) {
            from++;
        }
        while (to > from && rows.get(to - 1) == before.get(to - 1)) {
            to--;
        }
        Map<Long, Deque<Row>> inOrder = new HashMap<>();
        for (Row row : before.subList(from, to)) {
            inOrder.computeIfAbsent(row.track().id(), id -> new ArrayDeque<>()).add(row);
        }
        rows.subList(from, to).replaceAll(row -> inOrder.get(row.track().id()).remove());
    }

    /** Where keys come faster than the library stores, it is told the last order only. */
    private void store(Playlist playlist) {
        if (storing || next == null) {
            catalogue.release();
            return;
        }
        storing = true;
        List<Row> rows = next;
        next = null;
        shelf.reorder(
                playlist,
                () -> rows.stream().map(row -> row.track().id()).toList(),
                () -> {
                    storing = false;
                    store(playlist);
                });
    }

    private void reveal(int first, int last) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null) {
            if (first <= flow.getFirstVisibleCell().getIndex()) {
                table.scrollTo(first);
            } else if (last >= flow.getLastVisibleCell().getIndex()) {
                flow.scrollPixels(table.getFixedCellSize());
            }
        }
    }

    private static String removalKey(Playlist shown) {
        return shown.search().isEmpty() ? "action.remove.playlist" : "action.remove";
    }

    private void addMenu(Actions actions) {
        Menu menu = new Menu(Texts.text("playlist.append"), new FontIcon("mdi2p-playlist-plus"));
        menu.getItems().setAll(items());
        menu.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        shelf.all().addListener((observed, before, now) -> menu.getItems().setAll(items()));
        table.getContextMenu()
                .getItems()
                .addAll(4, List.of(menu, actions.menuItem(Action.EDIT_TAGS)));
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (Playlist playlist : shelf.filled()) {
            MenuItem item = new MenuItem(playlist.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> shelf.append(playlist, selectedIds()));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem fresh =
                new MenuItem(Texts.text("playlist.append.new"), new FontIcon("mdi2p-plus"));
        fresh.setOnAction(event -> shelf.create(selectedIds()));
        items.add(fresh);
        return items;
    }

    List<Long> selectedIds() {
        return browse.selected().stream().map(row -> row.track().id()).toList();
    }
}
