package auralis.app.prefs;

import auralis.app.form.Form;
import auralis.app.master.ValueSlider;
import auralis.app.platform.OutputChoice;
import auralis.app.platform.OutputDevice;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;

/**
 * Where and how to hear. Each control replaces the preferences by others in which its value
 * differs.
 */
final class PlaybackPage implements Page {
    private static final double TEXT_WIDTH = 470;
    private static final List<OptionalInt> DEPTHS =
            List.of(
                    OptionalInt.empty(),
                    OptionalInt.of(16),
                    OptionalInt.of(24),
                    OptionalInt.of(32));

    private final ObjectProperty<PlaybackPreferences> preferences;
    private final BooleanProperty notifications;
    private final Form form = Form.roomy();
    private final DeviceChoice device;

    PlaybackPage(
            ObjectProperty<PlaybackPreferences> preferences,
            Supplier<List<OutputDevice>> devices,
            ObservableValue<PlayerState> state,
            BooleanProperty notifications,
            ObservableValue<Boolean> notifiable,
            ExecutorService workers) {
        this.preferences = preferences;
        this.notifications = notifications;
        device = new DeviceChoice(preferences, devices, workers);
        form.whole(Form.heading("prefs.output"));
        form.field("prefs.device", device.node(), device.node());
        combo("prefs.depth", DEPTHS, PlaybackPage::depth, this::bitDepth, this::withDepth);
        form.whole(new PathLine(state, preferences).node(), TEXT_WIDTH);
        form.whole(Form.heading("prefs.matching"));
        matchingRows();
        form.whole(Form.heading("prefs.between"));
        slider(
                "prefs.crossfade",
                new ValueSlider(
                        "prefs.crossfade", 0, Player.MAX_CROSSFADE_SECONDS, 0.5, this::seconds),
                PlaybackPreferences::crossfadeSeconds,
                PlaybackPreferences::withCrossfadeSeconds);
        form.whole(Form.hint("prefs.crossfade.hint"), TEXT_WIDTH);
        form.whole(announcements(notifiable), TEXT_WIDTH);
    }

    @Override
    public String id() {
        return "prefs.playback";
    }

    @Override
    public String icon() {
        return "mdi2p-play-circle-outline";
    }

    @Override
    public Node node() {
        return form.node();
    }

    @Override
    public Node first() {
        return device.node();
    }

    @Override
    public void refresh() {
        device.refresh();
    }

    @Override
    public void reset() {
        preferences.set(PlaybackPreferences.DEFAULT);
        notifications.set(false);
    }

    /** Only where the desktop can show them. */
    private CheckBox announcements(ObservableValue<Boolean> possible) {
        CheckBox check = Named.labelled(new CheckBox(), "prefs.notify");
        check.selectedProperty().bindBidirectional(notifications);
        possible.subscribe(can -> check.setDisable(!can));
        return check;
    }

    private void matchingRows() {
        combo(
                "prefs.mode",
                List.of(VolumeMatching.values()),
                mode -> Texts.text(mode.key()),
                PlaybackPreferences::matching,
                PlaybackPreferences::withMatching);
        Node target =
                slider(
                        "prefs.target",
                        new ValueSlider(
                                "prefs.target",
                                PlaybackPreferences.LOWEST_TARGET_LUFS,
                                PlaybackPreferences.HIGHEST_TARGET_LUFS,
                                0.5,
                                value -> Texts.text("unit.lufs", Numbers.tenth(value))),
                        PlaybackPreferences::targetLufs,
                        PlaybackPreferences::withTargetLufs);
        Node fallback =
                slider(
                        "prefs.fallback",
                        new ValueSlider(
                                "prefs.fallback",
                                PlaybackPreferences.LOWEST_FALLBACK_DB,
                                0,
                                0.5,
                                value -> Texts.text("unit.db", Numbers.tenth(value))),
                        PlaybackPreferences::fallbackDb,
                        PlaybackPreferences::withFallbackDb);
        form.whole(Form.hint("prefs.matching.hint"), TEXT_WIDTH);
        preferences.subscribe(
                now -> {
                    target.setDisable(now.matching() == VolumeMatching.OFF);
                    fallback.setDisable(now.matching() == VolumeMatching.OFF);
                });
    }

    private OptionalInt bitDepth(PlaybackPreferences now) {
        return now.output().bitDepth();
    }

    private PlaybackPreferences withDepth(PlaybackPreferences now, OptionalInt depth) {
        return now.withOutput(new OutputChoice(now.output().deviceId(), depth), now.deviceName());
    }

    private static String depth(OptionalInt bits) {
        return bits.isEmpty()
                ? Texts.text("prefs.depth.automatic")
                : Texts.text("unit.bits", bits.getAsInt());
    }

    private String seconds(double value) {
        return value == 0
                ? Texts.text("prefs.crossfade.none")
                : Texts.text("unit.s", Numbers.tenth(value));
    }

    private <T> void combo(
            String id,
            List<T> values,
            Function<T, String> words,
            Function<PlaybackPreferences, T> get,
            BiFunction<PlaybackPreferences, T, PlaybackPreferences> with) {
        ComboBox<T> combo = form.combo(id, values, words);
        preferences.subscribe(now -> combo.setValue(get.apply(now)));
        combo.valueProperty()
                .addListener(
                        (observed, before, chosen) -> {
                            PlaybackPreferences now = preferences.get();
                            if (!get.apply(now).equals(chosen)) {
                                preferences.set(with.apply(now, chosen));
                            }
                        });
    }

    private Node slider(
            String id,
            ValueSlider slider,
            ToDoubleFunction<PlaybackPreferences> get,
            BiFunction<PlaybackPreferences, Double, PlaybackPreferences> with) {
        preferences.subscribe(now -> slider.show(get.applyAsDouble(now)));
        slider.onChange(
                chosen -> preferences.set(with.apply(preferences.get(), chosen)),
                () -> get.applyAsDouble(PlaybackPreferences.DEFAULT));
        Node row = slider.row();
        form.field(id, slider.slider(), row);
        return row;
    }
}
