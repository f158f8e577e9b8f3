package auralis.app.master;

import auralis.app.text.Named;
import auralis.dsp.master.MasteringSettings;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A slider of one setting with its value in words: the wheel makes a fine step, a double click or
 * Backspace goes back to what the preset says.
 */
final class ValueSlider {
    private final Slider slider;
    private final Label shown = new Label();
    private final double step;

    /**
     * @param step of the wheel and the arrow keys; values lie on this grid
     * @param words the value as it is written
     */
    ValueSlider(String id, double min, double max, double step, DoubleFunction<String> words) {
        this.step = step;
        slider = Named.named(new SpeakingSlider(min, max, words), id);
        slider.setBlockIncrement(step);
        slider.getStyleClass().add("small");
        shown.setId(id + ".value");
        shown.getStyleClass().addAll("value", "figure");
        slider.valueProperty()
                .subscribe(value -> shown.setText(words.apply(onGrid(value.doubleValue()))));
        slider.setOnScroll(this::stepByWheel);
    }

    /**
     * Only where the keyboard is: who scrolls the panel must not change what is under the mouse.
     */
    private void stepByWheel(ScrollEvent event) {
        if (slider.isFocused()) {
            slider.setValue(onGrid(slider.getValue() + Math.signum(event.getDeltaY()) * step));
            event.consume();
        }
    }

    void bind(
            ObjectProperty<MasteringSettings> settings,
            Setting<Double> setting,
            DoubleSupplier preset) {
        settings.subscribe(
                now -> {
                    if (onGrid(slider.getValue()) != setting.get().apply(now)) {
                        slider.setValue(setting.get().apply(now));
                    }
                });
        slider.valueProperty()
                .subscribe(
                        (before, value) -> {
                            MasteringSettings now = settings.get();
                            double wanted = onGrid(value.doubleValue());
                            if (wanted != setting.get().apply(now)) {
                                settings.set(setting.with().apply(now, wanted));
                            }
                        });
        slider.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        slider.setValue(preset.getAsDouble());
                    }
                });
        slider.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.BACK_SPACE) {
                        slider.setValue(preset.getAsDouble());
                        event.consume();
                    }
                });
    }

    Slider slider() {
        return slider;
    }

    /** The slider and its value, side by side. */
    HBox row() {
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(slider, shown);
        row.getStyleClass().add("value-row");
        return row;
    }

    private double onGrid(double value) {
        double rounded = Math.round(value / step) * step;
        double clean = Math.round(rounded * 1000) / 1000.0;
        return Math.max(slider.getMin(), Math.min(slider.getMax(), clean));
    }

    /** Says its value with its unit. */
    private static final class SpeakingSlider extends Slider {
        private final DoubleFunction<String> words;

        SpeakingSlider(double min, double max, DoubleFunction<String> words) {
            super(min, max, max);
            this.words = words;
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... more) {
            return attribute == AccessibleAttribute.TEXT
                    ? getAccessibleText() + ", " + words.apply(getValue())
                    : super.queryAccessibleAttribute(attribute, more);
        }
    }
}
