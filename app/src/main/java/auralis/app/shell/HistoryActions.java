package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.text.Texts;
import auralis.app.transcript.TranscriptView;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;

/**
 * Taking back, of which the menu says what it would be. A transcript in sight has steps of its own;
 * they come first.
 */
record HistoryActions(History history, TranscriptView transcript, Actions actions) {

    void bind() {
        bind(
                Action.UNDO,
                () -> take(transcript.undoable(), transcript::undo, history::undo),
                first(transcript.undoable(), history.undoable()));
        bind(
                Action.REDO,
                () -> take(transcript.redoable(), transcript::redo, history::redo),
                first(transcript.redoable(), history.redoable()));
    }

    private static void take(ReadOnlyStringProperty label, Runnable inner, Runnable outer) {
        (label.get().isEmpty() ? outer : inner).run();
    }

    private static ObservableValue<String> first(
            ReadOnlyStringProperty inner, ReadOnlyStringProperty outer) {
        return Bindings.createStringBinding(
                () -> inner.get().isEmpty() ? outer.get() : inner.get(), inner, outer);
    }

    private void bind(Action action, Runnable run, ObservableValue<String> label) {
        actions.bind(action, run, label.map(text -> !text.isEmpty()));
        actions.bindText(
                action,
                label.map(
                        text ->
                                text.isEmpty()
                                        ? action.text()
                                        : Texts.text("action.history", action.text(), text)));
    }
}
