package auralis.dsp.effect;

import auralis.dsp.filter.StateVariable;
import java.util.List;

/** Lets pass what lies below a frequency. */
final class LowPass implements AudioEffect {
    static final Parameter CUTOFF = PassFilter.cutoff(8000);

    @Override
    public String id() {
        return "lowPass";
    }

    @Override
    public String name() {
        return "Low-pass";
    }

    @Override
    public String description() {
        return "Takes away what lies above a frequency.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(CUTOFF, PassFilter.Q, PassFilter.STEEP);
    }

    @Override
    public EffectProcessor create() {
        return new PassFilter(CUTOFF, StateVariable::lowPass);
    }
}
