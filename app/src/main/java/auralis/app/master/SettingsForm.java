package auralis.app.master;

import auralis.app.form.Form;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Shown;
import auralis.app.text.Texts;
import auralis.dsp.master.MasteringSettings;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The controls of the settings; each replaces the settings by others in which its value differs.
 */
final class SettingsForm {
    private final MasteringSession session;
    private final ObjectProperty<MasteringSettings> settings;
    private final ComboBox<Target> target = Named.named(new ComboBox<>(), "master.target");
    private final Form form = Form.dense();

    SettingsForm(MasteringSession session, PresetRow preset) {
        this.session = session;
        this.settings = session.settings();
        presetRow(preset);
        intensityRow();
        targetRow();
        ValueSlider ceiling =
                slider("master.limiter.ceiling", -3, 0, 0.1, SettingsForm::dbtp, Setting.CEILING);
        module("master.eq", Setting.TONE_ON, Setting.TONE_AMOUNT);
        module("master.dynamics", Setting.DYNAMICS_ON, Setting.DYNAMICS_AMOUNT);
        module("master.width", Setting.WIDTH_ON, Setting.WIDTH_AMOUNT);
        module("master.loudness", Setting.LOUDNESS_ON, Setting.LOUDNESS_AMOUNT);
        form.field("master.limiter.ceiling", ceiling.slider(), ceiling.row());
        settings.subscribe(this::show);
        session.preset().subscribe((before, now) -> show(settings.get()));
    }

    Node node() {
        return form.node();
    }

    private MasteringSettings ofPreset() {
        return session.preset().get().settings();
    }

    private void presetRow(PresetRow preset) {
        form.whole(preset.node());
        form.whole(preset.card());
    }

    private void intensityRow() {
        ValueSlider intensity =
                slider("master.intensity", 0, 1, 0.01, Numbers::percent, Setting.INTENSITY);
        form.field("master.intensity", intensity.slider(), intensity.row());
    }

    private void targetRow() {
        target.setMaxWidth(Double.MAX_VALUE);
        target.setConverter(Shown.as(Target::text));
        target.valueProperty()
                .subscribe(
                        (before, chosen) -> {
                            if (chosen != null && !chosen.equals(Target.of(settings.get()))) {
                                settings.set(chosen.applyTo(settings.get()));
                            }
                        });
        form.field("master.target", target, target);
    }

    private void show(MasteringSettings now) {
        List<Target> choices = Target.choices(ofPreset());
        if (!target.getItems().equals(choices)) {
            target.getItems().setAll(choices);
        }
        target.setValue(Target.of(now));
    }

    private void module(String id, Setting<Boolean> on, Setting<Double> amount) {
        CheckBox check = Named.labelled(new CheckBox(), id + ".on");
        settings.subscribe(now -> check.setSelected(on.get().apply(now)));
        check.setOnAction(
                event -> settings.set(on.with().apply(settings.get(), check.isSelected())));
        ValueSlider slider = slider(id + ".amount", 0, 1, 0.01, Numbers::percent, amount);
        HBox row = slider.row();
        row.disableProperty().bind(check.selectedProperty().not());
        check.setMinWidth(Region.USE_PREF_SIZE);
        form.line(check, row);
    }

    private ValueSlider slider(
            String id,
            double min,
            double max,
            double step,
            DoubleFunction<String> words,
            Setting<Double> setting) {
        ValueSlider slider = new ValueSlider(id, min, max, step, words);
        slider.bind(settings, setting, () -> setting.get().apply(ofPreset()));
        return slider;
    }

    private static String dbtp(double value) {
        return Texts.text("unit.dbtp", Numbers.tenth(value));
    }
}
