package auralis.app.catalogue;

import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.library.search.Query;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * A view that is filled by asking the library: when one goes there, while one types, and a moment
 * after the library has changed. FX thread only.
 *
 * @param <T> what it lists
 */
public final class Refreshed<T> {
    /** Asked on a worker, with what is typed into the search field. */
    public interface Question<T> {
        List<T> ask(Query typed) throws IOException;
    }

    private static final Duration SETTLE = Duration.millis(400);

    private final Catalogue catalogue;
    private final Place.View view;
    private final Question<T> question;
    private final Consumer<List<T>> show;
    private final Consumer<String> onProblem;
    private final Latest answer;
    private final PauseTransition settle = new PauseTransition(SETTLE);

    /**
     * @param view that is to be seen
     */
    public Refreshed(
            Catalogue catalogue,
            Place.View view,
            Question<T> question,
            Consumer<List<T>> show,
            ExecutorService workers,
            Consumer<String> onProblem) {
        this.catalogue = catalogue;
        this.view = view;
        this.question = question;
        this.show = show;
        this.onProblem = onProblem;
        answer = new Latest(workers);
        settle.setOnFinished(event -> ask());
        catalogue.place().subscribe(this::ask);
        catalogue.typed().addListener((observed, before, now) -> ask());
        catalogue.census().addListener((observed, before, now) -> askSoon());
    }

    /** Has it asked again, a moment later. */
    void askSoon() {
        if (settle.getStatus() != PauseTransition.Status.RUNNING) {
            settle.playFromStart();
        }
    }

    private void ask() {
        if (catalogue.place().get().view() == view) {
            Query typed = catalogue.typed().get();
            answer.ask(
                    new FxTask<>(progress -> question.ask(typed))
                            .onResult(show)
                            .onFailure(failure -> onProblem.accept(failure.getMessage())));
        }
    }
}
