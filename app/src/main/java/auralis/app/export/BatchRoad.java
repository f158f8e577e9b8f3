package auralis.app.export;

import auralis.app.action.Actions;
import auralis.app.export.ExportChoice.IfExists;
import auralis.app.fx.FxTask;
import auralis.library.Library;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.OverwritePolicy;
import auralis.library.job.JobQueue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/**
 * From a batch to its work: plans the names, looks for room, asks about names that are taken where
 * the user wants to be asked, and gives the work away. FX thread only.
 */
public final class BatchRoad {
    private final Library library;
    private final StackPane root;
    private final Actions actions;
    private final Supplier<Collection<Path>> taken;
    private final Disks disks;
    private final Consumer<List<JobQueue.Order>> onOrders;
    private final ExecutorService workers;
    private Consumer<String> onProblem = sentence -> {};

    /**
     * @param root of the window
     * @param taken what other work is going to write; asked on a worker
     * @param disks knows what there is room for
     */
    public BatchRoad(
            Library library,
            StackPane root,
            Actions actions,
            Supplier<Collection<Path>> taken,
            Disks disks,
            Consumer<List<JobQueue.Order>> onOrders,
            ExecutorService workers) {
        this.library = library;
        this.root = root;
        this.actions = actions;
        this.taken = taken;
        this.disks = disks;
        this.onOrders = onOrders;
        this.workers = workers;
    }

    /** Tells in a sentence what went wrong. */
    public void onProblem(Consumer<String> listener) {
        onProblem = listener;
    }

    /**
     * Sets off without a page.
     *
     * @param onTight told instead where a disk has too little room
     */
    public void begin(Batch batch, Consumer<Batch> onTight) {
        run(
                progress -> Outlook.of(batch, taken.get(), disks, progress),
                outlook -> {
                    if (outlook.tight().isPresent()) {
                        onTight.accept(batch);
                    } else {
                        settle(batch, outlook.planned());
                    }
                });
    }

    /** Sets off with what was asked for on a page, where the room was seen. */
    public void go(Batch batch) {
        run(progress -> batch.plan(taken.get(), progress), planned -> settle(batch, planned));
    }

    private void settle(Batch batch, List<Planned> planned) {
        List<Planned> conflicts = conflicts(batch, planned);
        if (conflicts.isEmpty()) {
            give(batch, planned);
        } else {
            ConflictSheet.show(root, actions, conflicts, answers -> decided(batch, answers));
        }
    }

    private static List<Planned> conflicts(Batch batch, List<Planned> planned) {
        return batch.choice().ifExists() == IfExists.ASK
                ? planned.stream().filter(Planned::exists).toList()
                : List.of();
    }

    private void decided(Batch batch, Map<Path, OverwritePolicy> answers) {
        run(
                progress ->
                        batch.plan(
                                source -> answers.getOrDefault(source, OverwritePolicy.NUMBER),
                                taken.get(),
                                progress),
                planned -> give(batch, planned));
    }

    private void give(Batch batch, List<Planned> planned) {
        run(progress -> batch.orders(planned, library), onOrders);
    }

    private <T> void run(FxTask.Work<T> work, Consumer<T> next) {
        new FxTask<>(work)
                .onResult(next)
                .onFailure(failure -> onProblem.accept(failure.getMessage()))
                .start(workers);
    }
}
