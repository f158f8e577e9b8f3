package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Row;
import auralis.app.fx.Fx;
import auralis.app.platform.remote.MediaCommands;
import auralis.app.platform.remote.MediaKeys;
import auralis.app.platform.remote.MediaState;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.app.play.PlayerView;
import auralis.app.queue.PlayQueue;
import auralis.library.track.Repeat;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/**
 * The desktop as a remote control: tells it what plays, obeys its commands, and has it announce a
 * new track to a user who looks at something else. FX thread only.
 */
final class DesktopRemote {
    private final Stage stage;
    private final Actions actions;
    private final Playback playback;
    private final Player player;
    private final PlayerView view;
    private final PlayQueue queue;
    private final MediaControl control;
    private final BooleanProperty notifications;
    private final Consumer<Path> open;
    private final ObservableValue<Track> facts; // held: bindings are weak
    private final Jumps jumps = new Jumps();
    private final ReadOnlyBooleanWrapper canAnnounce = new ReadOnlyBooleanWrapper();
    private MediaKeys keys = MediaKeys.NONE;
    private MediaState told = MediaState.NOTHING;
    private long announced;
    private boolean pending;
    private boolean closed;

    /**
     * @param notifications whether new tracks are announced
     * @param open plays a file
     */
    DesktopRemote(
            Stage stage,
            Actions actions,
            Playback playback,
            Player player,
            PlayerView view,
            PlayQueue queue,
            BooleanProperty notifications,
            Consumer<Path> open) {
        this.stage = stage;
        this.actions = actions;
        this.playback = playback;
        this.player = player;
        this.view = view;
        this.queue = queue;
        this.notifications = notifications;
        this.open = open;
        control = new MediaControl(actions, playback, view);
        facts = playback.current().flatMap(Row::trackProperty);
    }

    /** What the keys of the keyboard do. */
    MediaControl control() {
        return control;
    }

    /** Whether somebody is there who may show notifications. */
    ReadOnlyBooleanProperty canAnnounce() {
        return canAnnounce.getReadOnlyProperty();
    }

    /** Begins; once. */
    void attend(MediaKeys mediaKeys) {
        keys = mediaKeys;
        canAnnounce.set(keys.canAnnounce());
        told = state();
        keys.start(told, new Commands());
        List.of(
                        facts,
                        view.state(),
                        control.stopped(),
                        playback.volume(),
                        queue.shuffled(),
                        queue.repeat(),
                        queue.upcoming(),
                        actions.enabled(Action.PLAY_PAUSE),
                        actions.enabled(Action.NEXT),
                        actions.enabled(Action.PREVIOUS))
                .forEach(value -> value.addListener((observed, before, now) -> changed()));
        view.position().addListener((observed, before, now) -> lookForJump());
    }

    /** Shows a sentence to a user who looks at something else. */
    void tell(String sentence) {
        keys.tell(sentence);
    }

    void close() {
        closed = true;
    }

    /** Later, when all that belongs to one change has changed. */
    private void changed() {
        if (!pending && !closed) {
            pending = true;
            Fx.later(this::tell);
        }
    }

    private void tell() {
        pending = false;
        if (closed) {
            return;
        }
        MediaState now = state();
        if (!now.equals(told)) {
            told = now;
            keys.show(now);
        }
        lookForJump();
        announce(view.state().get());
    }

    /** Both from one moment of the player, which may be ahead of the window. */
    private void lookForJump() {
        PlayerState now = player.state();
        boolean runs = now.playing() && !now.loading();
        double seconds = now.positionSeconds();
        if (!closed && jumps.at(now.track(), runs, seconds, System.nanoTime())) {
            keys.jumped(seconds);
        }
    }

    /** Only what is heard: not what is still being opened, nor what cannot be. */
    private void announce(PlayerState now) {
        if (!now.playing() || now.sampleRate() == 0 || now.track() == announced) {
            return;
        }
        announced = now.track();
        if (notifications.get() && !stage.isFocused()) {
            keys.announce();
        }
    }

    private MediaState state() {
        PlayerState now = view.state().get();
        Optional<MediaState.Track> track = track(now);
        return new MediaState(
                track,
                status(now),
                playback.volume().get(),
                queue.shuffled().get(),
                queue.repeat().get(),
                can(Action.PLAY_PAUSE),
                can(Action.NEXT) && queue.upcoming().get() != null,
                can(Action.PREVIOUS),
                track.isPresent() && control.length().isPresent());
    }

    private boolean can(Action action) {
        return actions.enabled(action).get();
    }

    private Optional<MediaState.Track> track(PlayerState now) {
        return Optional.ofNullable(facts.getValue())
                .map(
                        track ->
                                new MediaState.Track(
                                        now.track(),
                                        track.file(),
                                        track.title(),
                                        track.artist(),
                                        track.album(),
                                        length(track)));
    }

    /** What the library knows is there before the file is open. */
    private OptionalDouble length(Track track) {
        return track.seconds().isPresent() ? track.seconds() : control.length();
    }

    private MediaState.Status status(PlayerState now) {
        if (now.playing()) {
            return MediaState.Status.PLAYING;
        }
        boolean over = now.file().isEmpty() || now.ended() || control.stopped().get();
        return over ? MediaState.Status.STOPPED : MediaState.Status.PAUSED;
    }

    private void raise() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Called on the desktop's threads. */
    private final class Commands implements MediaCommands {
        private void onFxThread(Runnable command) {
            Fx.later(
                    () -> {
                        if (!closed) {
                            command.run();
                        }
                    });
        }

        @Override
        public void play() {
            onFxThread(control::play);
        }

        @Override
        public void pause() {
            onFxThread(control::pause);
        }

        @Override
        public void playPause() {
            onFxThread(control::playPause);
        }

        @Override
        public void stop() {
            onFxThread(control::stop);
        }

        @Override
        public void next() {
            onFxThread(control::next);
        }

        @Override
        public void previous() {
            onFxThread(control::previous);
        }

        @Override
        public void seekBy(double seconds) {
            onFxThread(() -> control.seekBy(seconds));
        }

        @Override
        public void seekTo(long track, double seconds) {
            onFxThread(() -> control.seekTo(track, seconds));
        }

        @Override
        public void volume(double position) {
            onFxThread(() -> playback.volume().set(position));
        }

        @Override
        public void shuffle(boolean on) {
            onFxThread(() -> queue.shuffled().set(on));
        }

        @Override
        public void repeat(Repeat mode) {
            onFxThread(() -> queue.repeat().set(mode));
        }

        @Override
        public void raise() {
            onFxThread(DesktopRemote.this::raise);
        }

        @Override
        public void quit() {
            onFxThread(() -> actions.fire(Action.QUIT));
        }

        @Override
        public void open(Path file) {
            onFxThread(() -> open.accept(file));
        }

        @Override
        public double positionSeconds() {
            return player.state().positionSeconds();
        }
    }
}
