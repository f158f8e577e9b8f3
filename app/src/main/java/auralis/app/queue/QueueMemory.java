package auralis.app.queue;

import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Row;
import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import auralis.library.track.QueueStore;
import auralis.library.track.StoredQueue;
import auralis.library.track.StoredQueue.Item;
import auralis.library.track.StoredQueue.Playing;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Keeps what plays next over a restart, also over a crash: a second after a change, and each second
 * while something plays. FX thread only; the store is asked on a thread of its own.
 */
public final class QueueMemory {
    private static final Logger LOG = System.getLogger(QueueMemory.class.getName());
    private static final Duration SETTLE = Duration.seconds(1);
    private static final long END_SECONDS = 10;

    /** Of a longer list, so much of what comes is kept. */
    private static final int MOST_OF_CONTEXT = 1_000;

    private final PlayQueue queue;
    private final QueueStore store;
    private final DoubleSupplier seconds;
    private final ExecutorService worker = Workers.named("queue", 1);
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private StoredQueue kept; // null until the last session was taken over
    private Subscription loading = Subscription.EMPTY;

    /** What opens a track without playing it. */
    public interface Opener {
        void open(Row row, double seconds);
    }

    /**
     * @param seconds how far the current track was heard
     */
    public QueueMemory(PlayQueue queue, QueueStore store, DoubleSupplier seconds) {
        this.queue = queue;
        this.store = store;
        this.seconds = seconds;
        settle.setOnFinished(event -> keep());
    }

    /**
     * Goes on as the last session was left, as soon as the library is read. What the user has begun
     * meanwhile goes before it.
     *
     * @param position changes while something plays
     */
    public void load(Catalogue catalogue, ObservableValue<?> position, Opener opener) {
        new FxTask<>(progress -> store.get())
                .onResult(left -> whenRead(catalogue, () -> takeOver(left, catalogue, opener)))
                .onFailure(
                        failure -> {
                            LOG.log(Level.WARNING, "the queue begins empty", failure);
                            kept = StoredQueue.EMPTY;
                        })
                .start(worker);
        queue.changes().addListener((observed, before, now) -> keepSoon());
        position.addListener((observed, before, now) -> keepSoon());
    }

    /** Keeps how it is now; a moment later, unless the window was closed. */
    public void keep() {
        settle.stop();
        if (kept == null || worker.isShutdown()) {
            return;
        }
        StoredQueue before = kept;
        kept = snapshot();
        if (!kept.equals(before)) {
            StoredQueue now = kept;
            boolean moved = with(before, now.playing()).equals(now);
            worker.execute(() -> write(now, moved));
        }
    }

    public void close() {
        keep();
        loading.unsubscribe();
        worker.shutdown();
    }

    /** Waits, on any other thread, until everything is written. */
    public void awaitEnd() throws InterruptedException {
        worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }

    private void keepSoon() {
        if (kept != null && settle.getStatus() != PauseTransition.Status.RUNNING) {
            settle.playFromStart();
        }
    }

    private void write(StoredQueue now, boolean onlyMoved) {
        try {
            if (onlyMoved) {
                store.put(now.playing());
            } else {
                store.put(now);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the queue was not kept: " + e.getMessage());
        }
    }

    private static StoredQueue with(StoredQueue q, Optional<Playing> playing) {
        return new StoredQueue(
                q.entries(), q.contextName(), q.context(), q.shuffled(), q.repeat(), playing);
    }

    private StoredQueue snapshot() {
        Row open = queue.current().get();
        return new StoredQueue(
                queue.order().stream().map(entry -> entry.row().track().id()).toList(),
                queue.listing().name(),
                items(queue.context()),
                queue.shuffled().get(),
                queue.repeat().get(),
                Optional.ofNullable(open)
                        .map(
                                row ->
                                        new Playing(
                                                row.track().id(),
                                                queue.isAtTurn(),
                                                seconds.getAsDouble())));
    }

    private static List<Item> items(Context context) {
        boolean whole = context.size() <= MOST_OF_CONTEXT;
        int from = whole ? 0 : Math.max(0, context.turn());
        int to = Math.min(context.size(), from + MOST_OF_CONTEXT);
        List<Item> items = new ArrayList<>();
        for (int turn = from; turn < to; turn++) {
            long id = context.row(turn).track().id();
            items.add(new Item(id, context.place(turn), turn <= context.turn()));
        }
        return items;
    }

    // ---- the last session

    private void whenRead(Catalogue catalogue, Runnable action) {
        loading =
                catalogue
                        .census()
                        .subscribe(
                                census -> {
                                    if (census.loaded() && kept == null) {
                                        kept = StoredQueue.EMPTY;
                                        action.run();
                                    }
                                });
    }

    private void takeOver(StoredQueue left, Catalogue catalogue, Opener opener) {
        queue.repeat().set(left.repeat());
        List<Entry> entries = new ArrayList<>(queue.order());
        for (long id : left.entries()) {
            catalogue.find(id).ifPresent(row -> entries.add(new Entry(row)));
        }
        if (queue.current().get() != null) {
            queue.shuffled().set(left.shuffled());
            queue.setOrder(entries);
            return;
        }
        List<Item> items =
                left.context().stream()
                        .filter(item -> catalogue.find(item.track()).isPresent())
                        .toList();
        List<Item> ranked = items.stream().sorted(Comparator.comparingInt(Item::rank)).toList();
        List<Row> rows =
                ranked.stream().map(item -> catalogue.find(item.track()).orElseThrow()).toList();
        int[] order = items.stream().mapToInt(ranked::indexOf).toArray();
        int passed = (int) items.stream().filter(Item::passed).count();
        Row open = left.playing().flatMap(playing -> catalogue.find(playing.track())).orElse(null);
        queue.resume(
                entries,
                new Listing(left.contextName(), rows),
                left.shuffled() ? order : null,
                passed - 1,
                open,
                left.playing().map(Playing::ofContext).orElse(false) && open != null);
        if (open != null) {
            opener.open(open, left.playing().orElseThrow().seconds());
        }
    }
}
