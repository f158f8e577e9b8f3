package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.browse.BrowseView;
import auralis.app.queue.PlayQueue;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** What the actions of the player do. */
record PlayActions(Playback playback, PlayQueue queue, BrowseView browse, Actions actions) {

    void bind() {
        ObservableValue<Boolean> open = playback.current().map(row -> true).orElse(false);
        ObservableValue<Boolean> playable =
                Bindings.isNotEmpty(browse.catalogue().visible())
                        .or(Bindings.createBooleanBinding(open::getValue, open))
                        .or(queue.upcoming().isNotNull());
        actions.bind(
                Action.PLAY_SELECTED, () -> playback.play(browse.chosen()), browse.hasSelection());
        actions.bind(Action.PLAY_PAUSE, playback::toggle, playable);
        actions.bind(Action.NEXT, playback::next, open);
        actions.bind(Action.PREVIOUS, playback::previous, open);
        actions.bind(Action.FORWARD, playback::forward, open);
        actions.bind(Action.BACK, playback::back, open);
        actions.bind(Action.LOUDER, playback::louder);
        actions.bind(Action.SOFTER, playback::softer);
        actions.bind(Action.MUTE, playback::mute);
    }
}
