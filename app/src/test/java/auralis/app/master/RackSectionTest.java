package auralis.app.master;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.master.MasteringSettings;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The rack as one uses it, and what it makes of the settings. */
@ExtendWith(ApplicationExtension.class)
class RackSectionTest {
    private final FxRobot robot = new FxRobot();
    private final ObjectProperty<MasteringSettings> settings =
            new SimpleObjectProperty<>(MasteringSettings.ADAPTIVE);
    private Stage stage;

    @BeforeEach
    void show() {
        robot.interact(
                () -> {
                    Node section =
                            new RackSection(settings, EffectCatalogue.BUILT_IN, () -> 1).node();
                    stage = new Stage();
                    stage.setScene(new Scene(new VBox(section), 340, 900));
                    stage.show();
                });
    }

    @AfterEach
    void hide() {
        robot.interact(stage::hide);
    }

    @Test
    void isFoldedAwayAndThenSaysWhatItIs() {
        assertThat(isSeen("master.effects.add")).isFalse();
        press("master.effects");
        assertThat(isSeen("master.effects.add")).isTrue();
        assertThat(robot.lookup((Node node) -> isSentence(node)).queryAll()).isNotEmpty();
    }

    private static boolean isSentence(Node node) {
        return node instanceof Labeled text
                && text.getText().startsWith("Reverb, echo")
                && text.isVisible();
    }

    @Test
    void addsFromTheMenuRemovesAndReorders() {
        press("master.effects");
        add("Reverb");
        add("Delay");
        add("Gain");
        assertThat(effects()).containsExactly("reverb", "delay", "gain");
        press("master.effects.2.up");
        assertThat(effects()).containsExactly("reverb", "gain", "delay");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("master.effects.1.on");
        assertThat(find("master.effects.0.up").isDisabled()).isTrue();
        assertThat(find("master.effects.2.down").isDisabled()).isTrue();
        press("master.effects.0.remove");
        assertThat(effects()).containsExactly("gain", "delay");
    }

    @Test
    void worksByKeysAlone() {
        press("master.effects");
        add("Reverb");
        add("Delay");
        robot.interact(() -> find("master.effects.1.on").requestFocus());
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(effects()).containsExactly("delay", "reverb");
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(effects()).containsExactly("reverb", "delay");
        robot.type(KeyCode.SPACE);
        assertThat(effect(1).on()).isFalse();
        robot.type(KeyCode.DELETE).type(KeyCode.DELETE);
        assertThat(effects()).isEmpty();
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("master.effects");
    }

    @Test
    void everyParameterHasAControlThatChangesIt() {
        for (var effect : EffectCatalogue.BUILT_IN.effects()) {
            robot.interact(() -> settings.set(MasteringSettings.ADAPTIVE));
            add(effect.name());
            for (var parameter : effect.parameters()) {
                Node control = find("master.effects.0." + parameter.id());
                assertThat(control.getAccessibleText()).isEqualTo(parameter.name());
                robot.interact(() -> change(control));
                assertThat(effect(0).values()).containsKey(parameter.id());
                double value = effect(0).value(parameter);
                assertThat(value).as(parameter.id()).isNotEqualTo(parameter.defaultValue());
            }
        }
    }

    private static void change(Node control) {
        if (control instanceof Slider slider) {
            if (slider.getValue() == slider.getMax()) {
                slider.decrement();
            } else {
                slider.increment();
            }
        } else {
            ((CheckBox) control).fire();
        }
    }

    @Test
    void valuesAreShownAsTheyAreAndTheMachineTouchesNone() {
        RackSettings rack =
                RackSettings.of(
                        new EffectSettings("highPass", true, Map.of("cutoffHz", 1234.5678)),
                        new EffectSettings("delay", true, Map.of("feedback", 0.123)));
        MasteringSettings given = MasteringSettings.ADAPTIVE.withEffects(rack);
        robot.interact(() -> settings.set(given));
        assertThat(settings.get()).isSameAs(given);
        assertThat(spoken("master.effects.0.cutoffHz")).isEqualTo("Cut-off, 1.23 kHz");
        assertThat(spoken("master.effects.1.feedback")).isEqualTo("Feedback, 12 %");
        assertThat(spoken("master.effects.1.timeMs")).isEqualTo("Time, 350 ms");
        robot.interact(
                () -> settings.set(given.withEffects(rack.with(1, effect(1).with("timeMs", 20)))));
        assertThat(spoken("master.effects.1.timeMs")).isEqualTo("Time, 20.0 ms");
    }

    @Test
    void aFoldedCardStaysFoldedWhereverItGoes() {
        press("master.effects");
        add("Reverb");
        add("Delay");
        press("master.effects.0.open");
        press("master.effects.0.down");
        assertThat(isSeen("master.effects.1.roomSize")).isFalse();
        assertThat(isSeen("master.effects.0.timeMs")).isTrue();
    }

    @Test
    void backspaceGoesBackToTheDefault() {
        press("master.effects");
        add("Gain");
        robot.interact(
                () -> {
                    ((Slider) find("master.effects.0.gainDb")).setValue(-12.34);
                    find("master.effects.0.gainDb").requestFocus();
                });
        assertThat(effect(0).values()).containsEntry("gainDb", -12.3);
        robot.type(KeyCode.BACK_SPACE);
        assertThat(effect(0).values()).containsEntry("gainDb", 0.0);
    }

    @Test
    void anEffectThatIsNotInstalledStaysAndCanBeRemoved() {
        EffectSettings gone = new EffectSettings("org.gone", true, Map.of("x", 1.0));
        robot.interact(() -> settings.set(settings.get().withEffects(RackSettings.of(gone))));
        assertThat(((CheckBox) find("master.effects.0.on")).getText()).isEqualTo("org.gone");
        press("master.effects.0.remove");
        assertThat(effects()).isEmpty();
    }

    @Test
    void allEffectsHaveOneSwitchAndOneAmount() {
        add("Reverb");
        robot.interact(() -> ((CheckBox) find("master.effects.on")).fire());
        assertThat(settings.get().effects().on()).isFalse();
        robot.interact(() -> ((Slider) find("master.effects.amount")).setValue(0.5));
        assertThat(settings.get().effects().amount()).isEqualTo(0.5);
        assertThat(effects()).containsExactly("reverb");
    }

    private String spoken(String id) {
        return (String) find(id).queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }

    private void add(String name) {
        MenuButton menu = (MenuButton) find("master.effects.add");
        robot.interact(
                () ->
                        menu.getItems().stream()
                                .filter(item -> item.getText().equals(name))
                                .forEach(item -> item.fire()));
    }

    private void press(String id) {
        robot.interact(() -> ((Button) find(id)).fire());
    }

    private boolean isSeen(String id) {
        Node node = find(id);
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<String> effects() {
        return settings.get().effects().effects().stream().map(EffectSettings::effect).toList();
    }

    private EffectSettings effect(int index) {
        return settings.get().effects().effects().get(index);
    }

    private Node find(String id) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> id.equals(node.getId()))
                .query();
    }
}
