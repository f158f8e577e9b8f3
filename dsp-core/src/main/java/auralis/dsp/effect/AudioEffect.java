package auralis.dsp.effect;

import java.util.List;

/**
 * A kind of effect: what it is called, what can be set, and how one at work is made. Stateless, any
 * thread. Effects in jars are found by {@link java.util.ServiceLoader} under this interface and
 * need a public constructor without parameters.
 */
public interface AudioEffect {
    /** The name in presets and on the command line: a letter, then letters, digits, '.', '-'. */
    String id();

    /** The name for people. */
    String name();

    /** What it does, in one sentence; may be empty. */
    default String description() {
        return "";
    }

    /** What can be set, in the order in which it is shown; the ids differ. Always the same. */
    List<Parameter> parameters();

    /** A new one with all parameters at their defaults. */
    EffectProcessor create();
}
