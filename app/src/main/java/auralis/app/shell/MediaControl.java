package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.play.PlayerState;
import auralis.app.play.PlayerView;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * What the media keys of a keyboard do, whether the window gets them or the desktop. By actions
 * where there are some, so that nothing happens that cannot be done now. FX thread only.
 */
final class MediaControl {
    private final Actions actions;
    private final Playback playback;
    private final PlayerView view;
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();

    MediaControl(Actions actions, Playback playback, PlayerView view) {
        this.actions = actions;
        this.playback = playback;
        this.view = view;
        view.state().subscribe(now -> stopped.set(stopped.get() && !now.playing()));
    }

    /** Those that the desktop leaves to the window that has the focus. */
    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case PLAY -> playPause();
            case PAUSE -> pause();
            case STOP -> stop();
            case TRACK_NEXT -> next();
            case TRACK_PREV -> previous();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Whether it was stopped and not played since. */
    ReadOnlyBooleanProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    void play() {
        if (!playing()) {
            playPause();
        }
    }

    void pause() {
        if (playing()) {
            playPause();
        }
    }

    void playPause() {
        actions.fire(Action.PLAY_PAUSE);
    }

    void stop() {
        if (playback.current().get() != null) {
            pause();
            playback.seek(0);
            stopped.set(true);
        }
    }

    void next() {
        actions.fire(Action.NEXT);
    }

    void previous() {
        actions.fire(Action.PREVIOUS);
    }

    /** Behind the end is the next track. */
    void seekBy(double seconds) {
        double wanted = playback.seconds() + seconds;
        if (wanted > length().orElse(Double.MAX_VALUE)) {
            next();
        } else if (playback.current().get() != null) {
            playback.seek(wanted);
        }
    }

    /** Does nothing for a track that is not open any more, nor outside of it. */
    void seekTo(long track, double seconds) {
        boolean within = seconds >= 0 && seconds <= length().orElse(-1);
        if (within && view.state().get().track() == track) {
            playback.seek(seconds);
        }
    }

    /** Of the current track in seconds, as far as it is known. */
    OptionalDouble length() {
        PlayerState now = view.state().get();
        return now.sampleRate() > 0 && now.totalFrames().isPresent()
                ? OptionalDouble.of((double) now.totalFrames().getAsLong() / now.sampleRate())
                : OptionalDouble.empty();
    }

    private boolean playing() {
        return view.state().get().playing();
    }
}
