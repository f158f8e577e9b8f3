package auralis.dsp.effect;

import java.util.ArrayList;
import java.util.List;

/**
 * The effects a stream goes through, in order. Immutable.
 *
 * @param on whether the rack is heard at all
 * @param amount 0..1: how much of the result is made of the rack's output, the rest is its input
 */
public record RackSettings(boolean on, double amount, List<EffectSettings> effects) {
    /** Without effects. */
    public static final RackSettings NONE = new RackSettings(true, 1, List.of());

    public RackSettings {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("rack amount is 0 to 1, not " + amount);
        }
        effects = List.copyOf(effects);
    }

    public static RackSettings of(EffectSettings... effects) {
        return NONE.withEffects(List.of(effects));
    }

    /** Whether the stream passes untouched. */
    public boolean isNeutral() {
        return !on || amount == 0 || effects.stream().noneMatch(EffectSettings::on);
    }

    public RackSettings withAmount(double amount) {
        return new RackSettings(on, amount, effects);
    }

    public RackSettings withOn(boolean on) {
        return new RackSettings(on, amount, effects);
    }

    public RackSettings withEffects(List<EffectSettings> effects) {
        return new RackSettings(on, amount, effects);
    }

    /** With one more effect at the end. */
    public RackSettings plus(EffectSettings effect) {
        List<EffectSettings> changed = new ArrayList<>(effects);
        changed.add(effect);
        return withEffects(changed);
    }

    /** With another effect at a place. */
    public RackSettings with(int index, EffectSettings effect) {
        List<EffectSettings> changed = new ArrayList<>(effects);
        changed.set(index, effect);
        return withEffects(changed);
    }

    public RackSettings without(int index) {
        List<EffectSettings> changed = new ArrayList<>(effects);
        changed.remove(index);
        return withEffects(changed);
    }

    /** With the effect of one place at another. */
    public RackSettings moved(int from, int to) {
        List<EffectSettings> changed = new ArrayList<>(effects);
        changed.add(to, changed.remove(from));
        return withEffects(changed);
    }
}
