package auralis.app.shell;

import auralis.app.action.Actions;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.app.prefs.JobPreferences;
import auralis.app.prefs.ModelHost;
import auralis.app.prefs.ModelShelf;
import auralis.app.prefs.PlaybackPreferences;
import auralis.app.prefs.PreferenceSheet;
import auralis.app.prefs.RemoteChoice;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;

/** What the user prefers, as it was left, and as it takes effect at once. FX thread only. */
final class Preferences {
    private final Player player;
    private final ObjectProperty<PlaybackPreferences> playback;
    private final ObjectProperty<JobPreferences> jobs;
    private final PreferenceSheet sheet;

    Preferences(
            Services services,
            ObservableValue<PlayerState> state,
            BooleanProperty notifications,
            ModelShelf models,
            ModelHost window,
            RemoteChoice remote,
            Actions actions,
            ExecutorService workers) {
        player = services.player();
        playback = new SimpleObjectProperty<>(services.memory().playback());
        playback.subscribe(this::apply);
        Memory memory = services.memory();
        jobs = new SimpleObjectProperty<>(memory.jobs());
        jobs.addListener((observed, before, now) -> memory.keep(now));
        sheet =
                new PreferenceSheet(
                        playback,
                        jobs,
                        () -> player.outputs().devices(),
                        state,
                        notifications,
                        services.wakefulness().possible(),
                        models,
                        window,
                        remote,
                        actions,
                        workers);
    }

    ObjectProperty<PlaybackPreferences> playback() {
        return playback;
    }

    ObjectProperty<JobPreferences> jobs() {
        return jobs;
    }

    void show(StackPane window) {
        sheet.open(window);
    }

    private void apply(PlaybackPreferences now) {
        player.outputs().choose(now.output());
        player.crossfade(now.crossfadeSeconds());
    }
}
