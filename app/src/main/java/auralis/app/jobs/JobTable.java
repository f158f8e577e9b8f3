package auralis.app.jobs;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/** The jobs, line by line: selected, commanded and put into another order. */
final class JobTable {
    private static final double ROW_HEIGHT = 34;

    /** Below, what is done with a file has no room beside how it stands. */
    private static final double ROOM_FOR_WORK = 740;

    /** To select rows one by one, more than that would be felt. */
    private static final int MOST_KEPT = 5_000;

    private static final Set<JobState> WAITING =
            EnumSet.of(JobState.PENDING, JobState.HELD, JobState.INTERRUPTED);

    private final TableView<JobRow> table = Named.named(new TableView<>(), "jobs.list");
    private final Jobs jobs;
    private final Deeds deeds;
    private final TableColumn<JobRow, Job> work;
    private final Following following = new Following(table);

    JobTable(Jobs jobs, Deeds deeds) {
        this.jobs = jobs;
        this.deeds = deeds;
        table.getStyleClass().addAll("tracks", "dense", "jobs");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Region());
        table.setMinHeight(0);
        table.setItems(jobs.rows());
        table.setRowFactory(view -> row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        work = words("jobs.column.work", 120, JobWords::work);
        shape(work, "words", 110, 190);
        addColumns();
        table.widthProperty().subscribe(this::arrange);
        new DeedMenu(table, this::chosen, deeds, this::up, this::down).install();
        JobDrag.install(table, this::movable, this::moveTo);
        jobs.aroundReplacing(this::keepSelection);
        jobs.standing().addListener((observed, before, now) -> following.look());
    }

    TableView<JobRow> node() {
        return table;
    }

    /** The list is opened. */
    void appear() {
        following.begin();
    }

    /** The selected jobs as they stand now. */
    List<Job> chosen() {
        return table.getSelectionModel().getSelectedItems().stream().map(JobRow::job).toList();
    }

    // ---- columns

    private void addColumns() {
        TableColumn<JobRow, Number> number = new TableColumn<>(Texts.text("jobs.column.number"));
        number.setCellValueFactory(cell -> cell.getValue().numberProperty());
        number.setCellFactory(column -> numberCell());
        shape(number, "figure", 44, 44);
        TableColumn<JobRow, String> track = new TableColumn<>(Texts.text("jobs.column.track"));
        track.setCellValueFactory(cell -> cell.getValue().titleProperty());
        track.setCellFactory(column -> new TrackCell());
        shape(track, "words", 110, 2_000);
        track.setPrefWidth(250);
        track.getStyleClass().add("title");
        TableColumn<JobRow, Job> state = column("jobs.column.state", 250, StateCell::new);
        state.setMinWidth(100);
        TableColumn<JobRow, Job> progress = column("jobs.column.progress", 120, ProgressCell::new);
        shape(progress, "words", 100, 170);
        TableColumn<JobRow, Job> left =
                column("jobs.column.left", 64, () -> new WordCell(job -> JobWords.left(job)));
        shape(left, "figure", 60, 60);
        TableColumn<JobRow, Job> buttons =
                column("jobs.column.deeds", 92, () -> new DeedCell(jobs::title, this::alone));
        shape(buttons, "words", 84, 84);
        table.getColumns().setAll(List.of(number, track, work, state, progress, left, buttons));
    }

    private static TableColumn<JobRow, Job> words(
            String key, double width, Function<Job, String> words) {
        return column(key, width, () -> new WordCell(words));
    }

    private static TableColumn<JobRow, Job> column(
            String key, double width, Supplier<TableCell<JobRow, Job>> cell) {
        TableColumn<JobRow, Job> column = new TableColumn<>(Texts.text(key));
        column.setCellValueFactory(of -> of.getValue().jobProperty());
        column.setCellFactory(unused -> cell.get());
        shape(column, "words", 80, 2_000);
        column.setPrefWidth(width);
        return column;
    }

    private static void shape(TableColumn<?, ?> column, String kind, double min, double max) {
        column.getStyleClass().removeAll("words", "figure");
        column.getStyleClass().add(kind);
        column.setMinWidth(min);
        column.setMaxWidth(max);
        column.setSortable(false);
        column.setReorderable(false);
    }

    private static TableCell<JobRow, Number> numberCell() {
        return new TableCell<>() {
            @Override
            protected void updateItem(Number number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? null : number.toString());
            }
        };
    }

    private static class WordCell extends TableCell<JobRow, Job> {
        private final Function<Job, String> words;

        WordCell(Function<Job, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(Job job, boolean empty) {
            super.updateItem(job, empty);
            setText(empty || job == null ? null : words.apply(job));
        }
    }

    /** With the whole path to be seen, because names alone may be many times there. */
    private static final class TrackCell extends TableCell<JobRow, String> {
        private final Tooltip path = new Tooltip();

        @Override
        protected void updateItem(String title, boolean empty) {
            super.updateItem(title, empty);
            JobRow row = getTableRow() == null ? null : getTableRow().getItem();
            boolean shown = !empty && row != null;
            setText(shown ? title : null);
            setTooltip(shown ? path : null);
            path.setText(shown ? row.job().stored().source() : "");
        }
    }

    private void arrange(Number width) {
        boolean room = width.doubleValue() == 0 || width.doubleValue() >= ROOM_FOR_WORK;
        boolean shown = table.getColumns().contains(work);
        if (room && !shown) {
            table.getColumns().add(2, work);
        } else if (!room && shown) {
            table.getColumns().remove(work);
        }
    }

    // ---- what is done with rows

    private TableRow<JobRow> row() {
        TableRow<JobRow> row =
                new TableRow<>() {
                    @Override
                    protected void updateItem(JobRow item, boolean empty) {
                        super.updateItem(item, empty);
                        accessibleTextProperty().unbind();
                        if (!empty && item != null) {
                            accessibleTextProperty().bind(spoken(item));
                        }
                    }
                };
        row.setOnMouseClicked(
                event -> {
                    boolean twice = event.getClickCount() == 2;
                    if (twice && event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                        deeds.perform(Deed.DETAILS, List.of(row.getItem().job()));
                    }
                });
        return row;
    }

    private static ObservableValue<String> spoken(JobRow row) {
        ObservableValue<Job> job = row.jobProperty();
        ObservableValue<String> title = row.titleProperty();
        return Bindings.createStringBinding(
                () -> Texts.text("jobs.spoken", title.getValue(), JobWords.state(job.getValue())),
                job,
                title);
    }

    /** A button means its own line, and all that are selected where it is one of them. */
    private void alone(Deed deed, Job job) {
        List<Job> chosen = chosen();
        boolean selected = chosen.stream().anyMatch(one -> one.id() == job.id());
        deeds.perform(deed, selected ? chosen : List.of(job));
    }

    private void key(KeyEvent event) {
        boolean alt = event.isAltDown();
        if (alt && event.getCode() == KeyCode.UP) {
            up();
        } else if (alt && event.getCode() == KeyCode.DOWN) {
            down();
        } else if (event.getCode() == KeyCode.DELETE) {
            deeds.perform(Deed.REMOVE, chosen());
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            deeds.perform(Deed.DETAILS, chosen());
        } else {
            return;
        }
        event.consume();
    }

    // ---- order

    private List<JobRow> movable() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(row -> WAITING.contains(row.job().state()))
                .toList();
    }

    private void up() {
        move(all -> Order.up(all, ids(movable())));
    }

    private void down() {
        move(all -> Order.down(all, ids(movable())));
    }

    private void moveTo(int place) {
        move(all -> Order.moved(all, ids(movable()), place));
    }

    private void move(UnaryOperator<List<Long>> change) {
        List<Long> all = new ArrayList<>(jobs.rows().stream().map(row -> row.job().id()).toList());
        List<Long> moved = change.apply(all);
        if (!movable().isEmpty() && !moved.equals(all)) {
            jobs.order(moved);
        }
    }

    private static Set<Long> ids(Collection<JobRow> rows) {
        return rows.stream().map(row -> row.job().id()).collect(Collectors.toSet());
    }

    private void keepSelection(Runnable replacing) {
        Set<JobRow> selected = new HashSet<>(table.getSelectionModel().getSelectedItems());
        JobRow focused = table.getFocusModel().getFocusedItem();
        replacing.run();
        table.getSelectionModel().clearSelection();
        List<JobRow> rows = jobs.rows();
        int[] found =
                selected.isEmpty() || selected.size() > MOST_KEPT
                        ? new int[0]
                        : IntStream.range(0, rows.size())
                                .filter(i -> selected.contains(rows.get(i)))
                                .toArray();
        if (found.length > 0) {
            table.getSelectionModel().selectIndices(found[0], found);
        }
        int at = focused == null ? -1 : rows.indexOf(focused);
        if (at >= 0) {
            table.getFocusModel().focus(at);
        }
    }
}
