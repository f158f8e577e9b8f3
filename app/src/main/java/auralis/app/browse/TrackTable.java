package auralis.app.browse;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/**
 * The list of tracks. It shows a result that is replaced as a whole; its sort order is carried out
 * by the {@link Catalogue}, never by the table.
 */
final class TrackTable {
    private static final double ROW_HEIGHT = 34;
    private static final double ROOM_FOR_ALBUM = 640;

    private final TableView<Row> table = new TableView<>();
    private final Catalogue catalogue;
    private final Consumer<Row> onPlay;

    TrackTable(Catalogue catalogue, Actions actions, Consumer<Row> onPlay) {
        this.catalogue = catalogue;
        this.onPlay = onPlay;
        Named.named(table, "table");
        table.getStyleClass().addAll("tracks", "dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns());
        table.setSortPolicy(this::sort);
        table.setRowFactory(view -> row());
        table.setContextMenu(
                actions.contextMenu(List.of(List.of(Action.PLAY_PAUSE), List.of(Action.REMOVE))));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::playOnEnter);
        table.setPlaceholder(new Region());
        table.setItems(catalogue.visible());
        keepSelection();
    }

    TableView<Row> node() {
        return table;
    }

    List<Row> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    void reveal(Row row) {
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(row);
        table.scrollTo(row);
    }

    private List<TableColumn<Row, ?>> columns() {
        TableColumn<Row, Row.Mark> status = new TableColumn<>();
        status.setCellValueFactory(cell -> cell.getValue().markProperty());
        status.setCellFactory(column -> new MarkCell());
        size(status, Column.STATUS, 36, 36, 36);
        return List.of(
                status,
                title(),
                words(Column.ARTIST, Track::artist, 165),
                album(),
                figure(Column.TIME, track -> Numbers.time(track.seconds()), 64),
                figure(Column.LOUDNESS, track -> Numbers.tenth(track.integratedLufs()), 68),
                peak());
    }

    private static TableColumn<Row, Facts> title() {
        TableColumn<Row, Facts> title = words(Column.TITLE, Track::title, 270);
        title.getStyleClass().add("title");
        title.setCellFactory(column -> new TitleCell());
        return title;
    }

    /** The first to go where there is no room for all. */
    private TableColumn<Row, Facts> album() {
        TableColumn<Row, Facts> album = words(Column.ALBUM, Track::album, 165);
        album.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_ALBUM));
        return album;
    }

    private static TableColumn<Row, Facts> words(
            Column column, Function<Track, String> text, double width) {
        TableColumn<Row, Facts> words = column(column, text);
        size(words, column, 80, width, 2000);
        return words;
    }

    private static TableColumn<Row, Facts> figure(
            Column column, Function<Track, String> text, double width) {
        TableColumn<Row, Facts> figure = column(column, text);
        figure.getStyleClass().add("figure");
        size(figure, column, width, width, width);
        return figure;
    }

    private static TableColumn<Row, Facts> peak() {
        TableColumn<Row, Facts> peak =
                figure(Column.PEAK, track -> Numbers.tenth(track.truePeakDbtp()), 98);
        peak.getStyleClass().add("last");
        peak.setCellFactory(column -> new PeakCell());
        return peak;
    }

    private static TableColumn<Row, Facts> column(Column column, Function<Track, String> text) {
        TableColumn<Row, Facts> shown = new TableColumn<>();
        shown.setCellValueFactory(cell -> cell.getValue().factsProperty());
        shown.setCellFactory(unused -> new TextCell(text));
        return shown;
    }

    private static void size(
            TableColumn<Row, ?> shown, Column column, double min, double pref, double max) {
        shown.setUserData(column);
        shown.setText(Texts.text(column.key()));
        shown.setMinWidth(min);
        shown.setPrefWidth(pref);
        shown.setMaxWidth(max);
        shown.setReorderable(false);
    }

    private boolean sort(TableView<Row> view) {
        Comparator<Facts> order = null;
        for (TableColumn<Row, ?> shown : view.getSortOrder()) {
            Column column = (Column) shown.getUserData();
            var next = column.order(shown.getSortType() == TableColumn.SortType.ASCENDING);
            order = order == null ? next : order.thenComparing(next);
        }
        catalogue.setOrder(order);
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

    /** A replaced list forgets what was selected: it is selected again where it is now. */
    private void keepSelection() {
        Set<Row> kept = new HashSet<>();
        table.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<Row>)
                                change -> {
                                    if (!change.getList().isEmpty()) {
                                        kept.clear();
                                        kept.addAll(change.getList());
                                    }
                                });
        catalogue
                .visible()
                .addListener((ListChangeListener<Row>) change -> select(new ArrayList<>(kept)));
    }

    private void select(List<Row> rows) {
        if (!table.getSelectionModel().isEmpty()) {
            return;
        }
        List<Row> shown = catalogue.visible();
        int[] indices =
                rows.size() > 1000
                        ? new int[0]
                        : rows.stream().mapToInt(shown::indexOf).filter(i -> i >= 0).toArray();
        if (indices.length > 0) {
            table.getSelectionModel().selectIndices(indices[0], indices);
        }
    }
}
