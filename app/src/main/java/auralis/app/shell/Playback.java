package auralis.app.shell;

import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Row;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.master.MasteringSession;
import auralis.app.play.Player;
import auralis.app.play.PlayerBar;
import auralis.app.play.PlayerState;
import auralis.app.play.PlayerView;
import auralis.app.play.Waveforms;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;

/**
 * What plays out of the list: opens tracks, goes to the next at the end, and tells list, mastering
 * and player bar about it. FX thread only.
 */
final class Playback {
    private static final double STEP_SECONDS = 10;
    private static final double RESTART_SECONDS = 3;
    private static final double VOLUME_STEP = 0.05;

    private final Player player;
    private final PlayerView view;
    private final MasteringSession mastering;
    private final Waveforms waveforms;
    private final Latest waveform;
    private final DoubleProperty volume = new SimpleDoubleProperty(1);
    private final ReadOnlyObjectWrapper<Row> current = new ReadOnlyObjectWrapper<>();
    private BrowseView browse;
    private PlayerBar bar;
    private Subscription facts = Subscription.EMPTY;
    private double volumeBeforeMute = 1;

    Playback(
            Player player,
            PlayerView view,
            MasteringSession mastering,
            Waveforms waveforms,
            ExecutorService workers) {
        this.player = player;
        this.view = view;
        this.mastering = mastering;
        this.waveforms = waveforms;
        this.waveform = new Latest(workers);
        volume.subscribe(position -> player.volume(gain(position.doubleValue())));
        view.state().subscribe(this::goOnAtTheEnd);
    }

    void connect(BrowseView browseView, PlayerBar playerBar) {
        browse = browseView;
        bar = playerBar;
    }

    /** The track that is open, or null. */
    ReadOnlyObjectProperty<Row> current() {
        return current.getReadOnlyProperty();
    }

    /** Position of the volume slider, 0..1. */
    DoubleProperty volume() {
        return volume;
    }

    void play(Row row) {
        Row before = current.get();
        current.set(row);
        long number = player.open(row.track().file(), true);
        browse.showPlaying(before, row);
        bar.showTrack(row.track().title(), row.track().artist());
        mastering.open(row.track(), number);
        facts.unsubscribe();
        facts = row.onChange(() -> changed(row));
        drawWaveform(row);
        view.look();
    }

    /** Plays on or pauses; starts with the chosen track when nothing is open. */
    void toggle() {
        Row chosen = browse.chosen();
        if (current.get() != null) {
            player.toggle();
            view.look();
        } else if (chosen != null) {
            play(chosen);
        }
    }

    void next() {
        step(1);
    }

    /** Back to the start of the track, and from there to the one before. */
    void previous() {
        if (view.position().get() > RESTART_SECONDS) {
            seek(0);
        } else {
            step(-1);
        }
    }

    void seek(double seconds) {
        PlayerState state = view.state().get();
        player.seek(Math.round(Math.max(0, seconds) * state.sampleRate()));
        view.look();
    }

    void forward() {
        seek(player.state().positionSeconds() + STEP_SECONDS);
    }

    void back() {
        seek(player.state().positionSeconds() - STEP_SECONDS);
    }

    void louder() {
        volume.set(Math.min(1, volume.get() + VOLUME_STEP));
    }

    void softer() {
        volume.set(Math.max(0, volume.get() - VOLUME_STEP));
    }

    void mute() {
        if (volume.get() > 0) {
            volumeBeforeMute = volume.get();
            volume.set(0);
        } else {
            volume.set(volumeBeforeMute);
        }
    }

    void close() {
        facts.unsubscribe();
        waveform.cancel();
        mastering.close();
        view.close();
    }

    /** A slider that follows the ear: half way down is about 18 dB less. */
    private static double gain(double position) {
        return position * position * position;
    }

    private void step(int by) {
        List<Row> rows = browse.catalogue().visible();
        int index = rows.indexOf(current.get()) + by;
        if (index >= 0 && index < rows.size()) {
            play(rows.get(index));
        }
    }

    private void goOnAtTheEnd(PlayerState before, PlayerState now) {
        if (now.ended() && !before.ended() && before.playing()) {
            next();
        }
    }

    private void changed(Row row) {
        bar.showTrack(row.track().title(), row.track().artist());
        mastering.update(row.track());
    }

    private void drawWaveform(Row row) {
        bar.wave().show(null);
        waveform.ask(
                new FxTask<>(progress -> waveforms.of(row.track().file(), progress))
                        .onResult(bar.wave()::show)
                        // The player says what is wrong with the file.
                        .onFailure(failure -> bar.wave().show(null)));
    }
}
