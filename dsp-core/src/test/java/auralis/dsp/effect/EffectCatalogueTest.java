package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectCatalogueTest {
    private final EffectCatalogue catalogue = EffectCatalogue.BUILT_IN;

    @Test
    void noIdTwice() {
        assertThatThrownBy(() -> catalogue.with(Foreign.of("reverb", block -> {})))
                .hasMessage("there is an effect \"reverb\" already");
        assertThat(catalogue.with(Foreign.of("org.example.fuzz", block -> {})).effects())
                .hasSize(catalogue.effects().size() + 1);
    }

    @Test
    void descriptionsAreChecked() {
        assertThatThrownBy(() -> catalogue.with(Foreign.of("two words", block -> {})))
                .isInstanceOf(IllegalArgumentException.class);
        Foreign twice = new Foreign("twice", List.of(Foreign.AMOUNT, Foreign.AMOUNT), () -> null);
        assertThatThrownBy(() -> catalogue.with(twice)).hasMessageContaining("two parameters");
    }

    @Test
    void wrongSettingsAreExplained() {
        RackSettings rack =
                RackSettings.of(
                        new EffectSettings("echo", true, Map.of()),
                        new EffectSettings("gain", true, Map.of("gain", 1.0)),
                        new EffectSettings("delay", true, Map.of("feedback", 1.5, "pingPong", 0.5)),
                        new EffectSettings("reverb", true, Map.of("mix", 0.5)));
        assertThat(catalogue.problems(rack))
                .containsExactly(
                        "There is no effect \"echo\", only equalizer, highPass, lowPass,"
                                + " compressor, chorus, delay, reverb, gain.",
                        "The effect gain has no parameter \"gain\", only gainDb.",
                        "feedback of the effect delay is 0 to 0.95, not 1.5.",
                        "pingPong of the effect delay is 0 or 1, not 0.5.");
    }

    @Test
    void positionsOnASliderCoverTheRange() {
        for (AudioEffect effect : catalogue.effects()) {
            for (Parameter parameter : effect.parameters()) {
                assertThat(parameter.at(0)).isEqualTo(parameter.min());
                assertThat(parameter.at(1)).isEqualTo(parameter.max());
                double there = parameter.at(parameter.position(parameter.defaultValue()));
                assertThat(parameter.allows(there)).isTrue();
            }
        }
    }
}
