package auralis.app.browse;

import auralis.app.action.Actions;
import auralis.app.browse.album.AlbumGrid;
import auralis.app.browse.album.GroupList;
import auralis.app.catalogue.Away;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Place.View;
import auralis.app.catalogue.Question;
import auralis.app.catalogue.Refreshed;
import auralis.app.catalogue.Shelf;
import auralis.app.catalogue.Trouble;
import auralis.app.text.Texts;
import auralis.library.track.Artist;
import auralis.library.track.Genre;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The list, a view of another kind, or what stands in their place. */
final class Centre {
    private final Shelf shelf;
    private final Catalogue catalogue;
    private final ExecutorService workers;
    private final Consumer<String> onProblem;
    private final AlbumGrid albums;
    private final StackPane pane = new StackPane();

    Centre(Shelf shelf, Catalogue catalogue, ExecutorService workers, Consumer<String> onProblem) {
        this.shelf = shelf;
        this.catalogue = catalogue;
        this.workers = workers;
        this.onProblem = onProblem;
        pane.setMinHeight(0); // in a low window it gives way, not the head above it
        albums = new AlbumGrid(shelf.covers(), album -> catalogue.go(Place.of(album)));
    }

    Node node() {
        return pane;
    }

    void close() {
        albums.close();
    }

    /** Puts everything into its place; once. */
    void compose(
            TrackTable table,
            SearchField search,
            Actions actions,
            boolean demo,
            RemedyList<Away> missing,
            RemedyList<Trouble> problems) {
        Node firstRun = EmptyState.firstRun(actions, demo);
        Node nothing = EmptyState.nothingFound(catalogue);
        firstRun.visibleProperty().bind(when(this::isEmpty));
        nothing.visibleProperty().bind(when(this::isNothingFound));
        table.node().visibleProperty().bind(when(this::isListed));
        pane.getChildren().addAll(table.node(), nothing);
        add(
                View.ALBUMS,
                albums.node(),
                typed -> shelf.tracks().albums(typed),
                found -> albums.show(found, why()));
        GroupList<Artist> artists =
                new GroupList<>(
                        "artists",
                        Artist::name,
                        artist -> Texts.text("artist.music", artist.albums(), artist.tracks()),
                        artist -> catalogue.go(Place.of(artist)));
        add(
                View.ARTISTS,
                artists.node(),
                typed -> shelf.tracks().artists(typed),
                found -> artists.show(found, why()));
        GroupList<Genre> genres =
                new GroupList<>(
                        "genres",
                        Genre::name,
                        genre -> Texts.text("genre.music", genre.tracks()),
                        genre -> catalogue.go(Place.of(genre)));
        add(
                View.GENRES,
                genres.node(),
                typed -> shelf.tracks().genres(typed),
                found -> genres.show(found, why()));
        add(View.MISSING, missing.node(), typed -> Away.all(shelf), missing::show);
        add(
                View.PROBLEMS,
                problems.node(),
                typed -> List.copyOf(Trouble.all(shelf.tracks(), shelf.folders())),
                problems::show);
        pane.getChildren().addAll(firstRun, search.below());
    }

    /** Shows a node while one is at a place that is not of the library. */
    void add(View view, Node node) {
        node.visibleProperty()
                .bind(when(() -> !isEmpty() && catalogue.place().get().view() == view));
        pane.getChildren().add(0, node); // below what the search says
    }

    private <T> void add(
            View view, Node node, Refreshed.Question<T> question, Consumer<List<T>> show) {
        add(view, node);
        new Refreshed<>(catalogue, view, question, show, workers, onProblem);
    }

    private String why() {
        String typed = catalogue.search().get().strip();
        return typed.isEmpty() ? Texts.text("nothing.here") : Texts.text("nothing.title", typed);
    }

    private BooleanBinding when(Callable<Boolean> condition) {
        Observable[] all = {
            catalogue.census(), catalogue.visible(), catalogue.place(), catalogue.answered()
        };
        return Bindings.createBooleanBinding(condition, all);
    }

    /** Work in the background needs no library. */
    private boolean isEmpty() {
        return catalogue.place().get().view() != View.JOBS
                && catalogue.census().get().loaded()
                && catalogue.census().get().tracks() == 0;
    }

    private boolean isNothingFound() {
        Question answered = catalogue.answered().get();
        return !isEmpty()
                && isOfTracks()
                && catalogue.visible().isEmpty()
                && catalogue.census().get().loaded()
                && answered != null
                && answered.place().equals(catalogue.place().get());
    }

    private boolean isListed() {
        return !isEmpty() && isOfTracks() && !isNothingFound();
    }

    private boolean isOfTracks() {
        return catalogue.place().get().view() == View.TRACKS;
    }
}
