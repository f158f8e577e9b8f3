package auralis.dsp.effect;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One effect in a rack. Immutable.
 *
 * @param effect its id
 * @param on whether it is heard; otherwise the stream passes it untouched
 * @param values by parameter id, in alphabetical order; a missing one is at its default
 */
public record EffectSettings(String effect, boolean on, Map<String, Double> values) {
    public EffectSettings {
        if (effect.isBlank()) {
            throw new IllegalArgumentException("an effect without a name");
        }
        values.forEach(EffectSettings::requireFinite);
        // Sorted, so that equal settings are equal as text as well.
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    private static void requireFinite(String parameter, Double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(parameter + " is " + value);
        }
    }

    /** An effect with all parameters at their defaults, switched on. */
    public static EffectSettings of(AudioEffect effect) {
        return new EffectSettings(effect.id(), true, Map.of());
    }

    /** The value of a parameter, within its limits. */
    public double value(Parameter parameter) {
        return parameter.limit(values.getOrDefault(parameter.id(), parameter.defaultValue()));
    }

    public EffectSettings with(String parameter, double value) {
        Map<String, Double> changed = new TreeMap<>(values);
        changed.put(parameter, value);
        return new EffectSettings(effect, on, changed);
    }

    public EffectSettings withOn(boolean on) {
        return new EffectSettings(effect, on, values);
    }
}
