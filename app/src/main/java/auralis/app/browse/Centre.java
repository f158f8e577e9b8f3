package auralis.app.browse;

import auralis.app.action.Actions;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The list, a view of another kind, or what stands in their place. */
final class Centre {
    private final Catalogue catalogue;
    private final StackPane pane = new StackPane();

    Centre(
            Catalogue catalogue,
            TrackTable table,
            SearchField search,
            Actions actions,
            boolean demo) {
        this.catalogue = catalogue;
        Node firstRun = EmptyState.firstRun(actions, demo);
        Node nothing = EmptyState.nothingFound(catalogue);
        firstRun.visibleProperty().bind(when(this::isEmpty));
        nothing.visibleProperty().bind(when(this::isNothingFound));
        table.node().visibleProperty().bind(when(this::isListed));
        pane.getChildren().addAll(table.node(), nothing, firstRun, search.below());
    }

    Node node() {
        return pane;
    }

    private BooleanBinding when(Callable<Boolean> condition) {
        Observable[] all = {
            catalogue.census(), catalogue.visible(), catalogue.place(), catalogue.answered()
        };
        return Bindings.createBooleanBinding(condition, all);
    }

    private boolean isEmpty() {
        return catalogue.census().get().loaded() && catalogue.census().get().tracks() == 0;
    }

    private boolean isNothingFound() {
        Question answered = catalogue.answered().get();
        return !isEmpty()
                && isOfTracks()
                && catalogue.visible().isEmpty()
                && answered != null
                && catalogue.census().get().loaded();
    }

    private boolean isListed() {
        return !isEmpty() && isOfTracks() && !isNothingFound();
    }

    private boolean isOfTracks() {
        return catalogue.place().get().view() == Place.View.TRACKS;
    }
}
