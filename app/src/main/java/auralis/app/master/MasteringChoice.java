package auralis.app.master;

import auralis.app.text.Named;
import auralis.app.text.Shown;
import auralis.dsp.master.Preset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;

/**
 * A preset and a loudness, chosen away from the panel for work that was ordered before. All else of
 * the order stays until another preset is chosen.
 */
public final class MasteringChoice {
    private final ComboBox<Preset> preset = Named.named(new ComboBox<>(), "export.preset");
    private final ComboBox<Target> target = Named.named(new ComboBox<>(), "export.target");
    private final ObservableValue<Preset> chosen =
            Bindings.createObjectBinding(
                    this::compose, preset.valueProperty(), target.valueProperty());

    /**
     * @param presets those there are
     * @param ordered with its settings; stands for the preset of its name
     */
    public MasteringChoice(List<Preset> presets, Preset ordered) {
        preset.setMaxWidth(Double.MAX_VALUE);
        preset.setConverter(Shown.as(Preset::title));
        preset.getItems().setAll(choices(presets, ordered));
        target.setMaxWidth(Double.MAX_VALUE);
        target.setConverter(Shown.as(Target::text));
        preset.valueProperty().addListener((observed, before, now) -> offerTargets(now));
        preset.setValue(ordered);
    }

    private static List<Preset> choices(List<Preset> presets, Preset ordered) {
        List<Preset> choices = new ArrayList<>(presets);
        choices.replaceAll(one -> one.name().equals(ordered.name()) ? ordered : one);
        if (!choices.contains(ordered)) {
            choices.add(0, ordered);
        }
        return choices;
    }

    private void offerTargets(Preset now) {
        target.getItems().setAll(Target.choices(now.settings()));
        target.setValue(Target.of(now.settings()));
    }

    public Control preset() {
        return preset;
    }

    public Control target() {
        return target;
    }

    /** The preset with the loudness that was chosen. */
    public ObservableValue<Preset> chosen() {
        return chosen;
    }

    private Preset compose() {
        Preset from = preset.getValue();
        Target to = target.getValue();
        return to == null // for a moment, between two presets
                ? from
                : new Preset(
                        from.name(), from.title(), from.description(), to.applyTo(from.settings()));
    }
}
