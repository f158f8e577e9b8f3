package auralis.app.browse;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The centre of the window: search, the list or what stands in its place. FX thread only. */
public final class BrowseView {
    private final Tracks tracks;
    private final ExecutorService workers;
    private final Consumer<Row> onPlay;
    private final Consumer<String> onProblem;
    private final Catalogue catalogue;
    private final TrackTable table;
    private final TextField search = new TextField();
    private final BorderPane pane = new BorderPane();
    private final ReadOnlyObjectWrapper<Activity> adding = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Activity> measuring = new ReadOnlyObjectWrapper<>();
    private final Runnable endListening;
    private final Set<FxTask<?>> additions = new HashSet<>();
    private int mostWaiting; // since all was measured last

    /**
     * @param onPlay told what is double-clicked
     * @param onProblem told what went wrong, as a sentence
     */
    public BrowseView(
            Tracks tracks,
            ExecutorService workers,
            Actions actions,
            boolean demo,
            Consumer<Row> onPlay,
            Consumer<String> onProblem) {
        this.tracks = tracks;
        this.workers = workers;
        this.onPlay = onPlay;
        this.onProblem = onProblem;
        catalogue = new Catalogue(workers);
        table = new TrackTable(catalogue, actions, onPlay);
        pane.setTop(head(actions));
        pane.setCenter(centre(actions, demo));
        pane.setId("browse");
        catalogue.census().subscribe(census -> tellMeasuring(census.waiting()));
        endListening = tracks.onEvent(catalogue::accept);
        load();
    }

    public Node node() {
        return pane;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** What goes on in the background, or null: adding before measuring. */
    public ObservableValue<Activity> activity() {
        return Bindings.createObjectBinding(
                () -> adding.get() != null ? adding.get() : measuring.get(), adding, measuring);
    }

    public ObservableValue<Boolean> hasSelection() {
        return Bindings.isNotEmpty(table.node().getSelectionModel().getSelectedItems());
    }

    /** The track that was selected last; holds null while none is. */
    public ObservableValue<Track> selectedTrack() {
        return table.node().getSelectionModel().selectedItemProperty().map(Row::track);
    }

    /** The selected track, or the first of the list; null in an empty list. */
    public Row chosen() {
        Row selected = table.node().getSelectionModel().getSelectedItem();
        List<Row> visible = catalogue.visible();
        return selected != null || visible.isEmpty() ? selected : visible.get(0);
    }

    public List<Row> selected() {
        return table.selected();
    }

    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    public void focusTable() {
        table.node().requestFocus();
    }

    /** Marks the track that plays, and no other; null for none. */
    public void showPlaying(Row before, Row now) {
        if (before != null) {
            before.setPlaying(false);
        }
        if (now != null) {
            now.setPlaying(true);
        }
    }

    public void select(Row row) {
        table.reveal(row);
    }

    /** Adds files and folders; what they hold appears while they are read. */
    public void add(List<Path> filesAndFolders) {
        FxTask<Void> task =
                new FxTask<>(
                        progress -> {
                            tracks.add(filesAndFolders, progress);
                            return null;
                        });
        additions.add(task);
        Runnable stop =
                () -> {
                    task.cancel();
                    added(task);
                };
        tellAdding(filesAndFolders, -1, stop);
        task.onProgress(state -> tellAdding(filesAndFolders, state.fraction(), stop))
                .onResult(done -> added(task))
                .onFailure(
                        failure -> {
                            added(task);
                            onProblem.accept(failure.getMessage());
                        })
                .start(workers);
    }

    /** Adds one file and plays it as soon as it is in the list. */
    public void addAndPlay(Path file) {
        Optional<Row> known = catalogue.find(file);
        if (known.isPresent()) {
            onPlay.accept(known.get());
            return;
        }
        add(List.of(file));
        ListChangeListener<Row> play =
                new ListChangeListener<>() {
                    @Override
                    public void onChanged(Change<? extends Row> change) {
                        for (Row row : change.getList()) {
                            if (row.track().file().equals(file)) {
                                change.getList().removeListener(this);
                                onPlay.accept(row);
                                return;
                            }
                        }
                    }
                };
        catalogue.visible().addListener(play);
    }

    /**
     * Takes the selected tracks out of the library; their files stay.
     *
     * @return the files, for adding them again
     */
    public List<Path> removeSelected() {
        List<Row> rows = table.selected();
        List<Long> ids = rows.stream().map(row -> row.track().id()).toList();
        table.node().getSelectionModel().clearSelection();
        new FxTask<Void>(
                        progress -> {
                            tracks.remove(ids);
                            return null;
                        })
                .onFailure(failure -> onProblem.accept(failure.getMessage()))
                .start(workers);
        return rows.stream().map(row -> row.track().file()).toList();
    }

    public void close() {
        endListening.run();
        additions.forEach(FxTask::cancel);
    }

    private void load() {
        new Latest(workers)
                .ask(
                        new FxTask<Void>(
                                        progress -> {
                                            catalogue.load(tracks.all());
                                            return null;
                                        })
                                .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    private void tellAdding(List<Path> paths, double fraction, Runnable stop) {
        String text =
                paths.size() == 1
                        ? Texts.text("task.add.one", paths.get(0).getFileName())
                        : Texts.text("task.add.many", paths.size());
        adding.set(new Activity(text, fraction, Optional.of(stop)));
    }

    private void added(FxTask<?> task) {
        additions.remove(task);
        if (additions.isEmpty()) {
            adding.set(null);
        }
    }

    private void tellMeasuring(int waiting) {
        mostWaiting = waiting == 0 ? 0 : Math.max(mostWaiting, waiting);
        measuring.set(
                waiting == 0
                        ? null
                        : new Activity(
                                Texts.text("task.measure", waiting),
                                1 - (double) waiting / mostWaiting,
                                Optional.empty()));
    }

    private Node head(Actions actions) {
        Named.named(search, "head.search");
        search.setPromptText(Texts.text("head.search.prompt"));
        search.textProperty().bindBidirectional(catalogue.search());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveSearch);
        StackPane field = new StackPane(search, new FontIcon("mdi2m-magnify"));
        field.getStyleClass().add("search");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label found = new Label();
        found.setId("head.found");
        found.getStyleClass().add("quiet");
        found.textProperty().bind(foundText());
        Button add = actions.dress(new Button(), Action.ADD_FILES);
        add.setId("head.add");
        add.setText(Texts.text("head.add"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(field, found, space, add);
        head.getStyleClass().add("head");
        return head;
    }

    private ObservableValue<String> foundText() {
        return Bindings.createStringBinding(
                () -> {
                    int all = catalogue.census().get().tracks();
                    int found = catalogue.visible().size();
                    return found == all ? "" : Texts.text("head.found", found, all);
                },
                catalogue.visible(),
                catalogue.census());
    }

    private void leaveSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            focusTable();
            table.node().getSelectionModel().selectFirst();
            event.consume();
        }
    }

    private Node centre(Actions actions, boolean demo) {
        Node firstRun = EmptyState.firstRun(actions, demo);
        Node nothing = EmptyState.nothingFound(catalogue);
        BooleanBinding empty =
                Bindings.createBooleanBinding(
                        () -> catalogue.census().get().tracks() == 0, catalogue.census());
        BooleanBinding found = Bindings.isNotEmpty(catalogue.visible());
        BooleanBinding searching = catalogue.search().isNotEmpty();
        firstRun.visibleProperty().bind(catalogue.census().map(c -> c.loaded() && c.tracks() == 0));
        nothing.visibleProperty().bind(empty.not().and(found.not()).and(searching));
        table.node().visibleProperty().bind(empty.not().and(found.or(searching.not())));
        return new StackPane(table.node(), nothing, firstRun);
    }
}
