package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.text.Texts;
import javafx.beans.value.ObservableValue;

/** Taking back, of which the menu says what it would be. */
record HistoryActions(History history, Actions actions) {

    void bind() {
        bind(Action.UNDO, history::undo, history.undoable());
        bind(Action.REDO, history::redo, history.redoable());
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
