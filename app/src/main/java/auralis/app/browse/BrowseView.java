package auralis.app.browse;

import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.action.History.Change;
import auralis.app.action.History.Edit;
import auralis.app.catalogue.Alike;
import auralis.app.catalogue.Away;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Counts;
import auralis.app.catalogue.LibraryWork;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.catalogue.Shelf;
import auralis.app.catalogue.Trouble;
import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.text.Texts;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

/** The centre of the window: search, and what there is at a place. FX thread only. */
public final class BrowseView {
    private static final int ALIKE = 50;

    private final Shelf shelf;
    private final History history;
    private final Host host;
    private final Catalogue catalogue;
    private final LibraryWork work;
    private final Counts counts;
    private final TrackTable table;
    private final SearchField search;
    private final Centre centre;
    private final BorderPane pane = new BorderPane();
    private final Latest alike;
    private final Runnable endListening;
    private Path wanted; // to be played as soon as it is there; null for none

    public BrowseView(
            Shelf shelf,
            ExecutorService workers,
            Actions actions,
            History history,
            boolean demo,
            Host host) {
        this.shelf = shelf;
        this.history = history;
        this.host = host;
        alike = new Latest(workers);
        catalogue = new Catalogue(shelf.tracks(), workers, host::problem);
        work = new LibraryWork(shelf.tracks(), shelf.analysis(), workers, host::problem);
        counts = new Counts(shelf, workers, host::problem);
        table = new TrackTable(catalogue, actions, host::play, this::toggleFavourite);
        search = new SearchField(catalogue, actions, this::enterTable);
        centre = new Centre(shelf, catalogue, workers, host::problem);
        RemedyList<Away> missing =
                MissingView.of(shelf.folders().isPresent(), this::open, this::locate, this::remove);
        RemedyList<Trouble> problems =
                ProblemsView.of(trouble -> host.showInFolder(trouble.file()));
        centre.compose(table, search, actions, demo, missing, problems);
        pane.setTop(
                new Head(
                                catalogue,
                                search,
                                actions,
                                table.node().getSelectionModel().selectedItemProperty())
                        .node());
        pane.setCenter(centre.node());
        pane.setId("browse");
        catalogue.census().addListener((observed, before, now) -> changed());
        catalogue.search().addListener((observed, before, now) -> leaveQueue(now));
        endListening = shelf.tracks().onEvent(this::accept);
    }

    public Node node() {
        return pane;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Counts counts() {
        return counts;
    }

    /** Reads the library; once, after the place and the order were restored. */
    public void load() {
        catalogue.load();
    }

    /** What goes on in the background, or null. */
    public ObservableValue<Activity> activity() {
        return work.shown();
    }

    /** How the list is set up. */
    public ReadOnlyObjectProperty<ListLook> look() {
        return table.columns().look();
    }

    public void restore(ListLook look) {
        table.columns().restore(look);
    }

    /** Whether tracks are selected in the list, and it is seen. */
    public ObservableValue<Boolean> hasSelection() {
        ObservableList<Row> selected = table.node().getSelectionModel().getSelectedItems();
        return Bindings.createBooleanBinding(
                () -> !selected.isEmpty() && catalogue.place().get().view() == Place.View.TRACKS,
                selected,
                catalogue.place());
    }

    /** Has the centre show a node at places of a kind. */
    public void add(Place.View view, Node node) {
        centre.add(view, node);
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

    /** The list itself, for what others can do with its rows. */
    public TableView<Row> table() {
        return table.node();
    }

    /** Selects what follows the selected rows, which will go. */
    public void selectNext() {
        table.selectNext();
    }

    public void focusSearch() {
        search.focus();
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

    /** Adds files and folders; what they hold appears while they are read. */
    public void add(List<Path> filesAndFolders) {
        work.add(filesAndFolders, this::playWanted);
    }

    /** Adds one file and plays it as soon as it is in the list. */
    public void addAndPlay(Path file) {
        wanted = file;
        playWanted();
        if (wanted != null) {
            add(List.of(file));
        }
    }

    /** Takes the selected tracks out of the library; their files stay. */
    public void removeSelected() {
        List<Long> ids = ids(table.selected());
        table.selectNext();
        remove(ids);
    }

    private Change removing(List<Long> ids) {
        return progress -> {
            shelf.tracks().remove(ids);
            return bringingBack(ids);
        };
    }

    private Change bringingBack(List<Long> ids) {
        return progress -> {
            shelf.tracks().restore(ids);
            return removing(ids);
        };
    }

    /** Makes the selected tracks favourites, or none of them where all are. */
    public void toggleFavourite() {
        toggleFavourite(table.selected());
    }

    /** Shows the tracks that sound like the chosen one. */
    public void moreLikeThis() {
        Track one = chosen().track();
        Place from = catalogue.place().get();
        alike.ask(
                new FxTask<>(progress -> shelf.tracks().similar(one.id(), ALIKE))
                        .onResult(found -> catalogue.go(Place.alike(new Alike(one, found), from)))
                        .onFailure(failure -> host.problem(failure.getMessage())));
    }

    public void close() {
        alike.cancel();
        endListening.run();
        catalogue.close();
        counts.close();
        work.close();
        centre.close();
    }

    private void toggleFavourite(Row row) {
        toggleFavourite(List.of(row));
    }

    private void toggleFavourite(List<Row> rows) {
        boolean all = rows.stream().allMatch(row -> row.track().listened().favourite());
        List<Row> others =
                rows.stream().filter(row -> row.track().listened().favourite() == all).toList();
        String key = all ? "edit.favourite.none" : "edit.favourite";
        history.perform(new Edit(Texts.text(key, others.size()), favouring(ids(others), !all)));
    }

    private Change favouring(List<Long> ids, boolean favourite) {
        return progress -> {
            shelf.tracks().setFavourite(ids, favourite);
            return favouring(ids, !favourite);
        };
    }

    private void remove(Away away) {
        remove(away.tracks());
    }

    private void remove(List<Long> ids) {
        history.perform(
                new Edit(Texts.text("edit.remove", ids.size()), removing(ids))
                        .told(Texts.text("toast.removed", ids.size())));
    }

    private void open(Away away) {
        catalogue.go(Place.away(away.folder(), away.field()));
    }

    private void locate(Away away) {
        host.askWhereItIs(away.folder())
                .ifPresent(
                        there ->
                                shelf.folders()
                                        .ifPresent(
                                                all -> work.relocate(all, away.folder(), there)));
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(row -> row.track().id()).distinct().toList();
    }

    private void accept(LibraryEvent event) {
        catalogue.accept(event);
        work.accept(event);
    }

    /** Tracks are searched for, not what is queued. */
    private void leaveQueue(String typed) {
        Place.View seen = catalogue.place().get().view();
        boolean elsewhere =
                seen == Place.View.QUEUE || seen == Place.View.JOBS || seen == Place.View.STEMS;
        if (!typed.isBlank() && elsewhere) {
            catalogue.place().set(Place.TRACKS);
        }
    }

    private void changed() {
        playWanted();
        counts.refresh();
    }

    private void playWanted() {
        Optional<Row> row = wanted == null ? Optional.empty() : catalogue.find(wanted);
        if (row.isPresent()) {
            wanted = null;
            host.play(row.get());
        }
    }

    private void enterTable() {
        focusTable();
        if (table.node().getSelectionModel().isEmpty()) {
            table.node().getSelectionModel().selectFirst();
        }
    }
}
