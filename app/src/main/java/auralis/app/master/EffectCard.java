package auralis.app.master;

import auralis.app.form.Form;
import auralis.app.text.Texts;
import auralis.dsp.effect.AudioEffect;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One effect of the rack, made from its description: a head with its switch and what moves it, and
 * below it a control for each parameter.
 */
final class EffectCard {
    private final Edits edits;
    private final String id;
    private final VBox card = new VBox();
    private final CheckBox on = new CheckBox();
    private final Form body = Form.dense();
    private final List<Consumer<EffectSettings>> shown = new ArrayList<>();
    private EffectSettings settings;

    /** What the user may do with the effect. */
    interface Edits {
        void replace(EffectSettings settings);

        boolean canMove(int places);

        /**
         * @param places down, or up when negative
         */
        void move(int places);

        void remove();
    }

    /**
     * @param id of its nodes
     * @param effect empty when it is not installed
     * @param open whether the parameters are seen
     */
    EffectCard(
            String id,
            EffectSettings settings,
            Optional<AudioEffect> effect,
            BooleanProperty open,
            Edits edits) {
        this.id = id;
        this.settings = settings;
        this.edits = edits;
        card.setId(id);
        card.getStyleClass().add("effect");
        body.node().managedProperty().bind(body.node().visibleProperty());
        body.node().visibleProperty().bind(open);
        String name = effect.map(AudioEffect::name).orElse(settings.effect());
        card.getChildren().addAll(head(name, effect, open), body.node());
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        effect.ifPresentOrElse(this::controls, this::missing);
        show(settings);
    }

    Node node() {
        return card;
    }

    /** Shows the same effect with other values. */
    void show(EffectSettings now) {
        settings = now;
        on.setSelected(now.on());
        shown.forEach(control -> control.accept(now));
    }

    /** Puts the keyboard on the head. */
    void focus() {
        on.requestFocus();
    }

    private Node head(String name, Optional<AudioEffect> effect, BooleanProperty open) {
        on.setText(name);
        called(on, "on", Texts.text("effects.on", name));
        on.setOnAction(event -> edits.replace(settings.withOn(on.isSelected())));
        effect.map(AudioEffect::description)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> on.setTooltip(new Tooltip(text)));
        HBox.setHgrow(on, Priority.ALWAYS);
        on.setMaxWidth(Double.MAX_VALUE);
        Button up = button("effects.up", "mdi2a-arrow-up", name, () -> edits.move(-1));
        Button down = button("effects.down", "mdi2a-arrow-down", name, () -> edits.move(1));
        up.setDisable(!edits.canMove(-1));
        down.setDisable(!edits.canMove(1));
        HBox head =
                new HBox(
                        on,
                        up,
                        down,
                        fold(name, open),
                        button("effects.remove", "mdi2c-close", name, edits::remove));
        head.getStyleClass().add("effect-head");
        return head;
    }

    private Node fold(String name, BooleanProperty open) {
        FontIcon icon = new FontIcon();
        Button fold = button("effects.open", icon, name, () -> open.set(!open.get()));
        open.subscribe(
                now ->
                        icon.setIconLiteral(
                                now
                                        ? "mdi2u-unfold-less-horizontal"
                                        : "mdi2u-unfold-more-horizontal"));
        return fold;
    }

    private Button button(String key, String icon, String name, Runnable onAction) {
        return button(key, new FontIcon(icon), name, onAction);
    }

    /**
     * @param key of its words; the end of it is also the end of its id
     */
    private Button button(String key, FontIcon icon, String name, Runnable onAction) {
        Button button = new Button();
        button.setGraphic(icon);
        button.getStyleClass().addAll("button-icon", "flat", "tiny");
        button.setOnAction(event -> onAction.run());
        return called(button, key.substring(key.indexOf('.') + 1), Texts.text(key, name));
    }

    private <C extends Control> C called(C control, String part, String words) {
        control.setId(id + "." + part);
        control.setAccessibleText(words);
        if (!(control instanceof CheckBox)) {
            control.setTooltip(new Tooltip(words));
        }
        return control;
    }

    private void pressed(KeyEvent event) {
        boolean moves = event.isAltDown();
        if (moves && event.getCode() == KeyCode.UP) {
            edits.move(-1);
            event.consume();
        } else if (moves && event.getCode() == KeyCode.DOWN) {
            edits.move(1);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && on.isFocused()) {
            edits.remove();
            event.consume();
        }
    }

    private void missing() {
        Label text = new Label(Texts.text("effects.missing"));
        text.setWrapText(true);
        body.whole(text);
    }

    private void controls(AudioEffect effect) {
        for (Parameter parameter : effect.parameters()) {
            if (parameter.scale() == Parameter.Scale.SWITCH) {
                check(parameter);
            } else {
                slider(parameter);
            }
        }
    }

    private void check(Parameter parameter) {
        CheckBox check = new CheckBox(parameter.name());
        check.setId(id + "." + parameter.id());
        check.setAccessibleText(parameter.name());
        check.setOnAction(
                event -> edits.replace(settings.with(parameter.id(), check.isSelected() ? 1 : 0)));
        shown.add(now -> check.setSelected(now.value(parameter) == 1));
        body.below(check);
    }

    private void slider(Parameter parameter) {
        ValueSlider slider =
                new ValueSlider(
                        SliderScale.of(parameter), value -> ParameterWords.of(parameter, value));
        slider.slider().setId(id + "." + parameter.id());
        slider.slider().setAccessibleText(parameter.name());
        slider.onChange(
                value -> edits.replace(settings.with(parameter.id(), value)),
                parameter::defaultValue);
        shown.add(now -> slider.show(now.value(parameter)));
        body.line(Form.caption(parameter.name(), slider.slider()), slider.row());
    }
}
