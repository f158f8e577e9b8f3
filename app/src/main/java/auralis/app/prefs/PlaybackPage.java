package auralis.app.prefs;

import auralis.app.master.ValueSlider;
import auralis.app.platform.OutputChoice;
import auralis.app.platform.OutputDevice;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Shown;
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
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

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
    private final GridPane form = new GridPane();
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
        form.getStyleClass().addAll("settings", "prefs-form");
        heading("prefs.output");
        field("prefs.device", device.node(), device.node());
        combo("prefs.depth", DEPTHS, PlaybackPage::depth, this::bitDepth, this::withDepth);
        wide(new PathLine(state, preferences).node());
        heading("prefs.matching");
        matchingRows();
        heading("prefs.between");
        slider(
                "prefs.crossfade",
                new ValueSlider(
                        "prefs.crossfade", 0, Player.MAX_CROSSFADE_SECONDS, 0.5, this::seconds),
                PlaybackPreferences::crossfadeSeconds,
                PlaybackPreferences::withCrossfadeSeconds);
        wide(hint("prefs.crossfade.hint"));
        wide(announcements(notifiable));
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
        return form;
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
        wide(hint("prefs.matching.hint"));
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
        ComboBox<T> combo = Named.named(new ComboBox<>(), id);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setConverter(Shown.as(words));
        combo.getItems().setAll(values);
        preferences.subscribe(now -> combo.setValue(get.apply(now)));
        combo.valueProperty()
                .addListener(
                        (observed, before, chosen) -> {
                            PlaybackPreferences now = preferences.get();
                            if (!get.apply(now).equals(chosen)) {
                                preferences.set(with.apply(now, chosen));
                            }
                        });
        field(id, combo, combo);
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
        field(id, slider.slider(), row);
        return row;
    }

    private void heading(String key) {
        Label heading = new Label(Texts.text(key));
        heading.getStyleClass().addAll("heading", "prefs-heading");
        form.add(heading, 0, form.getRowCount(), 2, 1);
    }

    private void field(String key, Control control, Node row) {
        Label caption = new Label(Texts.text(key));
        caption.setLabelFor(control);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("quiet");
        GridPane.setHgrow(row, Priority.ALWAYS);
        form.addRow(form.getRowCount(), caption, row);
    }

    private static Label hint(String key) {
        Label hint = new Label(Texts.text(key));
        hint.getStyleClass().add("prefs-hint");
        hint.setWrapText(true);
        return hint;
    }

    private void wide(Node node) {
        ((Region) node).setMaxWidth(TEXT_WIDTH);
        ((Region) node).setPrefWidth(TEXT_WIDTH);
        ((Region) node).setMinHeight(Region.USE_PREF_SIZE);
        form.add(node, 0, form.getRowCount(), 2, 1);
    }
}
