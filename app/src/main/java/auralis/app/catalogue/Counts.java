package auralis.app.catalogue;

import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.library.track.TrackOrder;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/** How much there is of what only a search can tell; counted when changes have settled. */
public final class Counts {
    private static final Duration SETTLE = Duration.seconds(1);

    private final Shelf shelf;
    private final Latest answer;
    private final Consumer<String> onProblem;
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private final ReadOnlyIntegerWrapper duplicates = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();

    private record Found(int duplicates, int problems) {}

    public Counts(Shelf shelf, ExecutorService workers, Consumer<String> onProblem) {
        this.shelf = shelf;
        this.onProblem = onProblem;
        answer = new Latest(workers);
        settle.setOnFinished(event -> ask());
    }

    /** Tracks whose sound is there more than once. */
    public ObservableValue<Integer> duplicates() {
        return duplicates.getReadOnlyProperty().asObject();
    }

    /** Files that cannot be used. */
    public ObservableValue<Integer> problems() {
        return problems.getReadOnlyProperty().asObject();
    }

    /** Has it counted again, a moment later. */
    public void refresh() {
        if (settle.getStatus() != PauseTransition.Status.RUNNING) {
            settle.playFromStart();
        }
    }

    public void close() {
        settle.stop();
        answer.cancel();
    }

    private void ask() {
        answer.ask(
                new FxTask<>(
                                progress ->
                                        new Found(
                                                shelf.tracks()
                                                        .search(
                                                                Place.DUPLICATES.within(),
                                                                TrackOrder.ADDED,
                                                                false)
                                                        .size(),
                                                Trouble.all(shelf.tracks(), shelf.folders())
                                                        .size()))
                        .onResult(this::show)
                        .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    private void show(Found found) {
        duplicates.set(found.duplicates());
        problems.set(found.problems());
    }
}
