package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.queue.PlayModes;
import auralis.app.queue.PlayQueue;
import auralis.app.queue.QueueEdits;
import auralis.app.queue.QueueView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** What the actions of the queue do, to the list or to the queue, whichever is seen. */
record QueueActions(
        PlayQueue queue, QueueEdits edits, QueueView view, BrowseView browse, Actions actions) {

    void bind() {
        ObservableValue<Boolean> ofQueue = view.hasSelection();
        ObservableValue<Boolean> ofList = browse.hasSelection();
        ObservableValue<Boolean> selected =
                Bindings.createBooleanBinding(
                        () -> (isAtQueue() ? ofQueue : ofList).getValue(),
                        browse.catalogue().place(),
                        ofQueue,
                        ofList);
        actions.bind(Action.PLAY_NEXT, () -> enqueue(view::playNext, edits::playNext), selected);
        actions.bind(Action.ENQUEUE, () -> enqueue(view::addToEnd, edits::addToEnd), selected);
        actions.bind(Action.SHOW_QUEUE, this::show);
        actions.bind(Action.CLEAR_QUEUE, edits::clear, Bindings.isNotEmpty(queue.entries()));
        PlayModes.bind(queue, actions);
    }

    private void show() {
        browse.catalogue().go(Place.QUEUE);
        view.focus();
    }

    private boolean isAtQueue() {
        return browse.catalogue().place().get().view() == Place.View.QUEUE;
    }

    private void enqueue(Runnable ofQueue, Consumer<List<Row>> ofList) {
        if (isAtQueue()) {
            ofQueue.run();
        } else {
            ofList.accept(browse.selected());
        }
    }
}
