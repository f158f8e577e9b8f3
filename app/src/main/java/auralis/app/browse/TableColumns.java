package auralis.app.browse;

import auralis.app.browse.Column.Shape;
import auralis.app.catalogue.Row;
import auralis.app.catalogue.Sorting;
import auralis.app.text.Texts;
import auralis.library.track.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/**
 * The columns of the list: which there are, which the user wants, how wide they are and which one
 * it is sorted by. What is not shown is not in the table, because hidden cells cost as much.
 */
final class TableColumns {
    /** What makes a list of tracks legible. */
    private static final Set<Column> ALWAYS = EnumSet.of(Column.STATUS, Column.TITLE);

    private final TableView<Row> table;
    private final Consumer<Row> onHeart;
    private final Map<Column, TableColumn<Row, ?>> columns = new EnumMap<>(Column.class);
    private final Map<Column, CheckMenuItem> choices = new EnumMap<>(Column.class);
    private final Set<Column> chosen = EnumSet.noneOf(Column.class);
    private final ContextMenu menu = new ContextMenu();
    private final ReadOnlyObjectWrapper<ListLook> look = new ReadOnlyObjectWrapper<>();
    private ListLook aside; // null when nothing is set aside

    /**
     * @param onHeart told whose heart is clicked
     */
    TableColumns(TableView<Row> table, Consumer<Row> onHeart) {
        this.table = table;
        this.onHeart = onHeart;
        for (Column column : Column.values()) {
            columns.put(column, build(column));
        }
        fillMenu();
        reset();
        table.widthProperty().addListener((observed, before, now) -> arrange());
    }

    /** How the list is set up now. */
    ReadOnlyObjectProperty<ListLook> look() {
        return look.getReadOnlyProperty();
    }

    /** Sets the list up as it was. */
    void restore(ListLook kept) {
        chosen.clear();
        for (ListLook.Shown shown : kept.columns()) {
            named(shown.column())
                    .ifPresent(
                            column -> {
                                chosen.add(column);
                                columns.get(column).setPrefWidth(shown.width());
                            });
        }
        chosen.addAll(ALWAYS);
        arrange();
        named(kept.sorted()).ifPresent(column -> sortBy(column, kept.descending()));
    }

    /** Forgets for a while what the list is sorted by. */
    void setSortingAside() {
        aside = look.get();
        table.getSortOrder().clear();
    }

    /** Sorts again as before. */
    void bringSortingBack() {
        ListLook before = aside;
        aside = null;
        if (before != null) {
            named(before.sorted())
                    .ifPresentOrElse(
                            column -> sortBy(column, before.descending()),
                            table.getSortOrder()::clear);
        }
    }

    /** How the table's own marks say it is sorted. */
    Sorting sorting() {
        return table.getSortOrder().stream()
                .findFirst()
                .flatMap(
                        shown ->
                                column(shown)
                                        .order()
                                        .map(
                                                order ->
                                                        new Sorting(
                                                                order,
                                                                shown.getSortType()
                                                                        == SortType.DESCENDING)))
                .orElse(Sorting.NONE);
    }

    /** To be called when the order was changed. */
    void tell() {
        List<ListLook.Shown> shown =
                chosen.stream()
                        .map(column -> new ListLook.Shown(column.name(), width(column)))
                        .toList();
        ListLook sorted = aside == null ? sortedAs() : aside;
        look.set(new ListLook(shown, sorted.sorted(), sorted.descending()));
    }

    private ListLook sortedAs() {
        return table.getSortOrder().stream()
                .findFirst()
                .map(
                        shown ->
                                new ListLook(
                                        List.of(),
                                        column(shown).name(),
                                        shown.getSortType() == SortType.DESCENDING))
                .orElse(new ListLook(List.of(), "", false));
    }

    private double width(Column column) {
        TableColumn<Row, ?> shown = columns.get(column);
        return table.getColumns().contains(shown) ? shown.getWidth() : shown.getPrefWidth();
    }

    private void sortBy(Column column, boolean descending) {
        TableColumn<Row, ?> shown = columns.get(column);
        shown.setSortType(descending ? SortType.DESCENDING : SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(shown));
    }

    private void reset() {
        chosen.clear();
        for (Column column : Column.values()) {
            columns.get(column).setPrefWidth(column.shape().width());
            if (column.shape().byDefault()) {
                chosen.add(column);
            }
        }
        arrange();
    }

    private void choose(Column column, boolean wanted) {
        if (wanted) {
            chosen.add(column);
        } else {
            chosen.remove(column);
        }
        arrange();
    }

    /** Shows what is wanted and has room. */
    private void arrange() {
        double room = table.getWidth() == 0 ? Double.MAX_VALUE : table.getWidth();
        List<TableColumn<Row, ?>> shown = new ArrayList<>();
        chosen.stream()
                .filter(column -> column.shape().room() <= room)
                .forEach(column -> shown.add(columns.get(column)));
        if (!table.getColumns().equals(shown)) {
            table.getSortOrder().retainAll(shown);
            table.getColumns().setAll(shown);
        }
        choices.forEach((column, choice) -> choice.setSelected(chosen.contains(column)));
        boolean full = chosen.size() >= Column.MOST;
        choices.forEach((column, choice) -> choice.setDisable(full && !choice.isSelected()));
        tell();
    }

    private void fillMenu() {
        Stream.of(Column.values())
                .filter(column -> !ALWAYS.contains(column))
                .forEach(
                        column -> {
                            CheckMenuItem choice = new CheckMenuItem(column.title());
                            choice.setOnAction(event -> choose(column, choice.isSelected()));
                            choices.put(column, choice);
                        });
        MenuItem reset = new MenuItem(Texts.text("table.reset"));
        reset.setOnAction(event -> reset());
        menu.getItems().addAll(choices.values());
        menu.getItems().addAll(new SeparatorMenuItem(), reset);
    }

    private TableColumn<Row, ?> build(Column column) {
        TableColumn<Row, ?> shown =
                column == Column.STATUS ? marks() : tracks(column, cell(column));
        Shape shape = column.shape();
        boolean words = shape.kind() == Shape.Kind.WORDS;
        shown.setUserData(column);
        shown.setText(Texts.text(column.key()));
        shown.getStyleClass().add(shape.kind().name().toLowerCase(Locale.ROOT));
        shown.setMinWidth(words ? Math.min(80, shape.width()) : shape.width());
        shown.setPrefWidth(shape.width());
        shown.setMaxWidth(words ? 2000 : shape.width());
        shown.setReorderable(false);
        shown.setSortable(column.order().isPresent());
        shown.setContextMenu(menu);
        shown.widthProperty().addListener((observed, before, now) -> tell());
        return shown;
    }

    private static TableColumn<Row, Row.Mark> marks() {
        TableColumn<Row, Row.Mark> marks = new TableColumn<>();
        marks.setCellValueFactory(cell -> cell.getValue().markProperty());
        marks.setCellFactory(column -> new MarkCell());
        return marks;
    }

    private static TableColumn<Row, Track> tracks(
            Column column, Supplier<TableCell<Row, Track>> cell) {
        TableColumn<Row, Track> shown = new TableColumn<>();
        shown.setCellValueFactory(of -> of.getValue().trackProperty());
        shown.setCellFactory(unused -> cell.get());
        if (column == Column.TITLE) {
            shown.getStyleClass().add("title");
        }
        return shown;
    }

    private Supplier<TableCell<Row, Track>> cell(Column column) {
        return switch (column) {
            case TITLE -> TitleCell::new;
            case PEAK -> PeakCell::new;
            case FAVOURITE -> () -> new HeartCell(onHeart);
            default -> () -> new TextCell(column.text());
        };
    }

    private static Column column(TableColumn<Row, ?> shown) {
        return (Column) shown.getUserData();
    }

    private static Optional<Column> named(String name) {
        return Stream.of(Column.values()).filter(column -> column.name().equals(name)).findFirst();
    }
}
