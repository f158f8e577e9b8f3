package auralis.app.action;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import auralis.app.text.Texts;
import auralis.dsp.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What was done to the library, and how it is taken back: one stack of steps for everything that is
 * not a setting. Edits run one after the other on a thread of their own; those that take long have
 * another, so that a small one never waits for them. FX thread only.
 */
public final class History {
    private static final int MOST = 100;
    private static final long END_SECONDS = 10;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private final ExecutorService quick = Workers.named("edits", 1);
    private final ExecutorService slow = Workers.named("long-edits", 1);
    private final Report report;

    /** Does something on a worker and answers what takes it back; {@link #NOTHING} if nothing. */
    @FunctionalInterface
    public interface Change {
        /** Has changed nothing, so there is nothing to take back. */
        Change NOTHING = progress -> Change.NOTHING;

        Change run(Progress progress) throws Exception;
    }

    /** Who tells the user. */
    public interface Report {
        void problem(String sentence);

        void done(String sentence);

        void done(String sentence, Runnable undo);
    }

    /**
     * Something that the user wants done.
     *
     * @param label what it is, in a few words
     * @param slow whether it may take seconds: then its progress is shown, and it can be stopped
     * @param told the sentence for the user when it is done; empty for what can be seen anyway
     * @param after called when it is done or has failed
     */
    public record Edit(
            String label, Change change, boolean slow, Supplier<String> told, Runnable after) {
        public Edit(String label, Change change) {
            this(label, change, false, () -> "", () -> {});
        }

        public Edit told(Supplier<String> sentence) {
            return new Edit(label, change, slow, sentence, after);
        }

        public Edit told(String sentence) {
            return told(() -> sentence);
        }

        public Edit then(Runnable action) {
            return new Edit(label, change, slow, told, action);
        }

        public Edit slowly() {
            return new Edit(label, change, true, told, after);
        }

        private Step taking(Change inverse) {
            return new Step(label, inverse, slow);
        }
    }

    private record Step(String label, Change change, boolean slow) {}

    public History(Report report) {
        this.report = report;
    }

    /** What would be taken back next, in words; empty for nothing. */
    public ReadOnlyStringProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /** A long edit that goes on, or null. */
    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    public void perform(Edit edit) {
        run(
                edit.label(),
                edit.change(),
                edit.slow(),
                inverse -> {
                    if (inverse != Change.NOTHING) {
                        remember(edit.taking(inverse), edit.told().get());
                    }
                },
                edit.after());
    }

    public void undo() {
        Step step = done.peek();
        if (step != null) {
            undo(step);
        }
    }

    public void redo() {
        Step step = undone.poll();
        if (step != null) {
            move(step, done, "history.redone");
        }
    }

    /** No new edits; those that were begun go on. */
    public void close() {
        quick.shutdown();
        slow.shutdownNow();
    }

    /** Waits, on any other thread, until all edits are done that were begun. */
    public void awaitEnd() throws InterruptedException {
        quick.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        slow.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }

    private void remember(Step step, String sentence) {
        done.push(step);
        undone.clear();
        if (done.size() > MOST) {
            done.removeLast();
        }
        tell();
        if (!sentence.isEmpty()) {
            report.done(sentence, () -> undo(step));
        }
    }

    /** Of a step that was taken back meanwhile, the button of a notice takes back nothing. */
    private void undo(Step step) {
        if (done.remove(step)) {
            move(step, undone, "history.undone");
        }
    }

    private void move(Step step, Deque<Step> to, String key) {
        tell();
        run(
                step.label(),
                step.change(),
                step.slow(),
                inverse -> {
                    if (inverse != Change.NOTHING) {
                        to.push(new Step(step.label(), inverse, step.slow()));
                    }
                    tell();
                    report.done(Texts.text(key, step.label()));
                },
                () -> {});
    }

    private void tell() {
        undoable.set(done.isEmpty() ? "" : done.peek().label());
        redoable.set(undone.isEmpty() ? "" : undone.peek().label());
    }

    /** What is to happen with what takes an edit back. */
    private interface Inverse {
        void take(Change inverse);
    }

    private void run(
            String label, Change change, boolean takesLong, Inverse onDone, Runnable after) {
        Halt halt = new Halt();
        FxTask<Change> task = new FxTask<>(progress -> halt.run(change, progress));
        if (takesLong) {
            show(label, -1, halt);
            task.onProgress(state -> show(label, state.fraction(), halt));
        }
        task.onResult(
                        inverse -> {
                            hide(takesLong);
                            onDone.take(inverse);
                            after.run();
                        })
                .onFailure(
                        failure -> {
                            hide(takesLong);
                            report.problem(failure.getMessage());
                            after.run();
                        })
                .start(takesLong ? slow : quick);
    }

    private void show(String label, double fraction, Halt halt) {
        activity.set(new Activity(label, fraction, Optional.of(halt::stop)));
    }

    private void hide(boolean takesLong) {
        if (takesLong) {
            activity.set(null);
        }
    }

    /** Ends an edit between two of its parts, so that it can answer for what was done. */
    private static final class Halt {
        private volatile boolean stopped; // shared

        void stop() {
            stopped = true;
        }

        Change run(Change change, Progress progress) throws Exception {
            try {
                return change.run(of(progress));
            } catch (InterruptedException e) {
                if (stopped) {
                    return Change.NOTHING;
                }
                throw e;
            }
        }

        private Progress of(Progress progress) {
            return new Progress() {
                @Override
                public void total(long units) {
                    progress.total(units);
                }

                @Override
                public void advance(long units) {
                    progress.advance(units);
                }

                @Override
                public void phase(String key) {
                    progress.phase(key);
                }

                @Override
                public void checkpoint() throws InterruptedException {
                    if (stopped) {
                        throw new InterruptedException();
                    }
                    progress.checkpoint();
                }
            };
        }
    }
}
