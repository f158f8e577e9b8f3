package auralis.dsp.effect;

import auralis.dsp.filter.StateVariable;
import java.util.List;

/** Lets pass what lies above a frequency. */
final class HighPass implements AudioEffect {
    static final Parameter CUTOFF = PassFilter.cutoff(100);

    @Override
    public String id() {
        return "highPass";
    }

    @Override
    public String name() {
        return "High-pass";
    }

    @Override
    public String description() {
        return "Takes away what lies below a frequency.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(CUTOFF, PassFilter.Q, PassFilter.STEEP);
    }

    @Override
    public EffectProcessor create() {
        return new PassFilter(CUTOFF, StateVariable::highPass);
    }
}
