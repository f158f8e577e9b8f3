package auralis.app.shell;

import auralis.app.platform.remote.Wakefulness;
import auralis.app.prefs.JobPreferences;
import auralis.app.text.Texts;
import javafx.beans.value.ObservableValue;

/** Has the computer not fall asleep while there is work or music, where the user wants that. */
final class StayAwake {
    private final Wakefulness wakefulness;
    private final ObservableValue<Boolean> working; // held: bindings are weak
    private final ObservableValue<Boolean> playing;
    private final ObservableValue<JobPreferences> preferences;

    StayAwake(
            Wakefulness wakefulness,
            ObservableValue<Boolean> working,
            ObservableValue<Boolean> playing,
            ObservableValue<JobPreferences> preferences) {
        this.wakefulness = wakefulness;
        this.working = working;
        this.playing = playing;
        this.preferences = preferences;
        working.subscribe(this::look);
        playing.subscribe(this::look);
        preferences.subscribe(this::look);
    }

    private void look() {
        boolean busy = working.getValue() || playing.getValue();
        wakefulness.keep(
                busy && preferences.getValue().keepsAwake(),
                Texts.text(working.getValue() ? "awake.jobs" : "awake.music"));
    }

    /** From now on it may sleep, whatever goes on. */
    void close() {
        wakefulness.keep(false, "");
    }
}
