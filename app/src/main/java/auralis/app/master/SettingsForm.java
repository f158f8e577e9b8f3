package auralis.app.master;

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
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The controls of the settings; each replaces the settings by others in which its value differs.
 */
final class SettingsForm {
    private final MasteringSession session;
    private final ObjectProperty<MasteringSettings> settings;
    private final ComboBox<Target> target = Named.named(new ComboBox<>(), "master.target");
    private final GridPane form = new GridPane();

    SettingsForm(MasteringSession session, PresetRow preset) {
        this.session = session;
        this.settings = session.settings();
        form.getStyleClass().add("settings");
        presetRow(preset);
        intensityRow();
        targetRow();
        ValueSlider ceiling =
                slider("master.limiter.ceiling", -3, 0, 0.1, SettingsForm::dbtp, Setting.CEILING);
        module("master.eq", Setting.TONE_ON, Setting.TONE_AMOUNT);
        module("master.dynamics", Setting.DYNAMICS_ON, Setting.DYNAMICS_AMOUNT);
        module("master.width", Setting.WIDTH_ON, Setting.WIDTH_AMOUNT);
        module("master.loudness", Setting.LOUDNESS_ON, Setting.LOUDNESS_AMOUNT);
        field("master.limiter.ceiling", ceiling.slider(), ceiling.row());
        settings.subscribe(this::show);
        session.preset().subscribe((before, now) -> show(settings.get()));
    }

    Node node() {
        return form;
    }

    private MasteringSettings ofPreset() {
        return session.preset().get().settings();
    }

    private void presetRow(PresetRow preset) {
        form.add(preset.node(), 0, 0, 2, 1);
        form.add(preset.card(), 0, 1, 2, 1);
    }

    private void intensityRow() {
        ValueSlider intensity =
                slider("master.intensity", 0, 1, 0.01, Numbers::percent, Setting.INTENSITY);
        field("master.intensity", intensity.slider(), intensity.row());
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
        field("master.target", target, target);
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
        GridPane.setHgrow(row, Priority.ALWAYS);
        check.setMinWidth(Region.USE_PREF_SIZE);
        form.addRow(form.getRowCount(), check, row);
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

    private void field(String key, Control control, Node row) {
        Label caption = new Label(Texts.text(key));
        caption.setLabelFor(control);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("quiet");
        GridPane.setHgrow(row, Priority.ALWAYS);
        form.addRow(form.getRowCount(), caption, row);
    }

    private static String dbtp(double value) {
        return Texts.text("unit.dbtp", Numbers.tenth(value));
    }
}
