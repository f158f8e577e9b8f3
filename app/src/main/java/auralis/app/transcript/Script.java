package auralis.app.transcript;

import auralis.library.transcript.Transcript;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The transcript of a file as the user changes it, step by step and back. FX thread only. */
final class Script {
    private static final int MOST = 200;

    private final Path file;
    private final Consumer<Script> onChange;
    private final ReadOnlyObjectWrapper<Transcript> transcript;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoable = new ReadOnlyStringWrapper("");

    private Transcript beforeGrowth; // null while it does not grow

    /**
     * @param transcript how it was on the other side of the step
     * @param segment that is looked at there
     */
    private record Step(String label, Transcript transcript, int segment) {}

    /**
     * @param onChange called when there is something to be kept
     */
    Script(Path file, Transcript first, Consumer<Script> onChange) {
        this.file = file;
        this.onChange = onChange;
        transcript = new ReadOnlyObjectWrapper<>(first);
    }

    Path file() {
        return file;
    }

    ReadOnlyObjectProperty<Transcript> transcript() {
        return transcript.getReadOnlyProperty();
    }

    Transcript now() {
        return transcript.get();
    }

    /** What would be taken back, in words; empty for nothing. */
    ReadOnlyStringProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyStringProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /**
     * A change by the user.
     *
     * @param segment that is looked at when it is taken back
     */
    void change(String label, Transcript next, int segment) {
        renew(label, next, segment);
        onChange.accept(this);
    }

    /** What an engine made and kept; what was there before it began is one step back. */
    void renew(String label, Transcript next) {
        if (beforeGrowth != null) {
            transcript.set(beforeGrowth);
            beforeGrowth = null;
        }
        if (!transcript.get().equals(next)) {
            renew(label, next, -1);
        }
    }

    private void renew(String label, Transcript next, int segment) {
        done.push(new Step(label, transcript.get(), segment));
        undone.clear();
        if (done.size() > MOST) {
            done.removeLast();
        }
        transcript.set(next);
        tell();
    }

    /** How far an engine is: nothing that is kept, or could be taken back. */
    void grow(Transcript next) {
        beforeGrowth = beforeGrowth == null ? transcript.get() : beforeGrowth;
        transcript.set(next);
    }

    /** What came of the first growth: there is nothing to go back to. */
    void ripen(Transcript next) {
        beforeGrowth = null;
        transcript.set(next);
    }

    /** Answers the segment to look at; -1 for none. */
    int undo() {
        return go(done, undone);
    }

    /** Answers the segment to look at; -1 for none. */
    int redo() {
        return go(undone, done);
    }

    private int go(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step == null) {
            return -1;
        }
        to.push(new Step(step.label(), transcript.get(), step.segment()));
        transcript.set(step.transcript());
        tell();
        onChange.accept(this);
        return step.segment();
    }

    private void tell() {
        undoable.set(done.isEmpty() ? "" : done.peek().label());
        redoable.set(undone.isEmpty() ? "" : undone.peek().label());
    }
}
