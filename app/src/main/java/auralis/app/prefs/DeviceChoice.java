package auralis.app.prefs;

import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.platform.OutputChoice;
import auralis.app.platform.OutputDevice;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;

/**
 * The list of sound devices, as the system tells it each time one looks. The chosen one stays in it
 * when it is not connected.
 */
final class DeviceChoice {
    private final ComboBox<Item> combo = Named.named(new ComboBox<>(), "prefs.device");
    private final ObjectProperty<PlaybackPreferences> preferences;
    private final Supplier<List<OutputDevice>> devices;
    private final Latest question;
    private Optional<List<OutputDevice>> listed = Optional.empty(); // until the system answered
    private boolean showing;

    /**
     * @param id empty for the system default
     * @param missing whether it is known not to be connected
     */
    private record Item(Optional<String> id, String name, boolean missing) {
        @Override
        public String toString() {
            return missing ? Texts.text("prefs.device.missing", name) : name;
        }
    }

    DeviceChoice(
            ObjectProperty<PlaybackPreferences> preferences,
            Supplier<List<OutputDevice>> devices,
            ExecutorService workers) {
        this.preferences = preferences;
        this.devices = devices;
        this.question = new Latest(workers);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setOnShowing(event -> refresh());
        combo.valueProperty().addListener((observed, before, chosen) -> choose(chosen));
        preferences.subscribe(this::show);
    }

    ComboBox<?> node() {
        return combo;
    }

    /** Asks the system, which takes its time. */
    void refresh() {
        question.ask(
                new FxTask<>(progress -> devices.get())
                        .onResult(
                                found -> {
                                    listed = Optional.of(found);
                                    show();
                                }));
    }

    private void choose(Item chosen) {
        PlaybackPreferences now = preferences.get();
        if (!showing && chosen != null && !chosen.id().equals(now.output().deviceId())) {
            OutputChoice output = new OutputChoice(chosen.id(), now.output().bitDepth());
            preferences.set(now.withOutput(output, chosen.id().isEmpty() ? "" : chosen.name()));
        }
    }

    private void show() {
        Optional<String> chosen = preferences.get().output().deviceId();
        List<Item> items = items(chosen);
        showing = true;
        if (!combo.getItems().equals(items)) {
            combo.getItems().setAll(items);
        }
        items.stream().filter(item -> item.id().equals(chosen)).forEach(combo::setValue);
        showing = false;
    }

    private List<Item> items(Optional<String> chosen) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(Optional.empty(), Texts.text("prefs.device.system"), false));
        listed.orElse(List.of()).stream()
                .filter(device -> !device.systemDefault())
                .forEach(d -> items.add(new Item(Optional.of(d.id()), d.name(), false)));
        if (items.stream().noneMatch(item -> item.id().equals(chosen))) {
            String name = preferences.get().deviceName();
            String words = name.isEmpty() ? chosen.orElseThrow() : name;
            items.add(new Item(chosen, words, listed.isPresent()));
        }
        return items;
    }
}
