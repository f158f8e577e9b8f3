package auralis.app.master;

import auralis.app.text.Named;
import auralis.dsp.master.MasteringSettings;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
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
 * Backspace goes back to what the preset says. It shows any value as it is; those it makes are
 * round.
 */
public final class ValueSlider {
    private final Slider slider;
    private final Label shown = new Label();
    private final SliderScale scale;
    private final DoubleFunction<String> words;
    private DoubleConsumer changed = chosen -> {};
    private double value = Double.NaN;
    private boolean showing;

    /**
     * @param step of the wheel and the arrow keys; values lie on this grid
     * @param words the value as it is written
     */
    public ValueSlider(
            String id, double min, double max, double step, DoubleFunction<String> words) {
        this(SliderScale.linear(min, max, step), words);
        Named.named(slider, id);
        shown.setId(id + ".value");
    }

    /** A slider that gets its name from its owner. */
    ValueSlider(SliderScale scale, DoubleFunction<String> words) {
        this.scale = scale;
        this.words = words;
        slider = new SpeakingSlider(scale, () -> words.apply(value));
        slider.setBlockIncrement(scale.step());
        slider.getStyleClass().add("small");
        shown.getStyleClass().addAll("value", "figure");
        slider.valueProperty().subscribe((before, place) -> moved(place.doubleValue()));
        slider.setOnScroll(this::stepByWheel);
    }

    /**
     * Only where the keyboard is: who scrolls the panel must not change what is under the mouse.
     */
    private void stepByWheel(ScrollEvent event) {
        if (slider.isFocused()) {
            slider.setValue(slider.getValue() + Math.signum(event.getDeltaY()) * scale.step());
            event.consume();
        }
    }

    private void moved(double place) {
        double chosen = scale.value().applyAsDouble(place);
        if (!showing && chosen != value) {
            value = chosen;
            shown.setText(words.apply(chosen));
            changed.accept(chosen);
        }
    }

    /** Shows a value without telling anyone. */
    public void show(double now) {
        if (now != value) {
            value = now;
            showing = true;
            slider.setValue(scale.position().applyAsDouble(now));
            showing = false;
            shown.setText(words.apply(now));
        }
    }

    /**
     * @param listener is told what the user chooses
     * @param preset what a double click chooses
     */
    public void onChange(DoubleConsumer listener, DoubleSupplier preset) {
        changed = listener;
        slider.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        goBack(preset);
                    }
                });
        slider.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.BACK_SPACE) {
                        goBack(preset);
                        event.consume();
                    }
                });
    }

    private void goBack(DoubleSupplier preset) {
        show(preset.getAsDouble());
        changed.accept(value);
    }

    void bind(
            ObjectProperty<MasteringSettings> settings,
            Setting<Double> setting,
            DoubleSupplier preset) {
        settings.subscribe(now -> show(setting.get().apply(now)));
        onChange(
                chosen -> {
                    MasteringSettings now = settings.get();
                    if (chosen != setting.get().apply(now)) {
                        settings.set(setting.with().apply(now, chosen));
                    }
                },
                preset);
    }

    public Slider slider() {
        return slider;
    }

    /** The slider and its value, side by side. */
    public HBox row() {
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(slider, shown);
        row.getStyleClass().add("value-row");
        return row;
    }

    /** Says its value with its unit. */
    private static final class SpeakingSlider extends Slider {
        private final Supplier<String> words;

        SpeakingSlider(SliderScale scale, Supplier<String> words) {
            super(scale.from(), scale.to(), scale.to());
            this.words = words;
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... more) {
            return attribute == AccessibleAttribute.TEXT
                    ? getAccessibleText() + ", " + words.get()
                    : super.queryAccessibleAttribute(attribute, more);
        }
    }
}
