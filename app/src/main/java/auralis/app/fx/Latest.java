package auralis.app.fx;

import java.util.concurrent.ExecutorService;

/** A place that shows the answer to one question: asking again withdraws the question before. */
public final class Latest {
    private final ExecutorService workers;
    private FxTask<?> current;

    public Latest(ExecutorService workers) {
        this.workers = workers;
    }

    public void ask(FxTask<?> task) {
        cancel();
        current = task.start(workers);
    }

    /** Withdraws the question, if there is one: its answer will not arrive. */
    public void cancel() {
        if (current != null) {
            current.cancel();
            current = null;
        }
    }
}
