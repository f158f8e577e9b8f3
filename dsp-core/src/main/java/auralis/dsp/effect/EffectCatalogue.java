package auralis.dsp.effect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The effects there are, by id. Immutable. */
public final class EffectCatalogue {
    /** What comes with the program. */
    public static final EffectCatalogue BUILT_IN =
            new EffectCatalogue(Map.of())
                    .with(new Equalizer())
                    .with(new HighPass())
                    .with(new LowPass())
                    .with(new Compression())
                    .with(new Chorus())
                    .with(new Delay())
                    .with(new Reverb())
                    .with(new Gain());

    private final Map<String, AudioEffect> effects;

    /**
     * An effect as it described itself when it came in: foreign code is asked once, where its
     * failure is expected.
     */
    private record Described(
            String id,
            String name,
            String description,
            List<Parameter> parameters,
            AudioEffect origin)
            implements AudioEffect {
        @Override
        public EffectProcessor create() {
            return origin.create();
        }
    }

    private EffectCatalogue(Map<String, AudioEffect> effects) {
        this.effects = Collections.unmodifiableMap(effects);
    }

    /**
     * These and one more.
     *
     * @throws IllegalArgumentException when its id is taken or its description is not valid
     */
    public EffectCatalogue with(AudioEffect effect) {
        AudioEffect described = described(effect);
        if (effects.containsKey(described.id())) {
            throw new IllegalArgumentException(
                    "there is an effect \"" + described.id() + "\" already");
        }
        Map<String, AudioEffect> more = new LinkedHashMap<>(effects);
        more.put(described.id(), described);
        return new EffectCatalogue(more);
    }

    private static AudioEffect described(AudioEffect effect) {
        Described described =
                new Described(
                        effect.id(),
                        effect.name(),
                        effect.description(),
                        List.copyOf(effect.parameters()),
                        effect);
        if (!described.id.matches("[A-Za-z][A-Za-z0-9.-]*") || described.name.isBlank()) {
            throw new IllegalArgumentException(
                    "\"" + described.id + "\" cannot be the id of an effect");
        }
        Set<String> ids = new HashSet<>();
        for (Parameter parameter : described.parameters) {
            if (!ids.add(parameter.id())) {
                throw new IllegalArgumentException(
                        described.id + " has two parameters " + parameter.id());
            }
        }
        return described;
    }

    /** All effects, those of the program first. */
    public List<AudioEffect> effects() {
        return List.copyOf(effects.values());
    }

    public Optional<AudioEffect> find(String id) {
        return Optional.ofNullable(effects.get(id));
    }

    /** What is wrong with settings that someone wrote by hand, one sentence each. */
    public List<String> problems(RackSettings rack) {
        List<String> problems = new ArrayList<>();
        for (EffectSettings settings : rack.effects()) {
            AudioEffect effect = effects.get(settings.effect());
            if (effect == null) {
                problems.add(missing(settings.effect()));
            } else {
                settings.values().forEach((id, value) -> check(effect, id, value, problems));
            }
        }
        return problems;
    }

    /** What to say when an effect is asked for that is not there. */
    String missing(String id) {
        return "There is no effect \""
                + id
                + "\", only "
                + String.join(", ", effects.keySet())
                + ".";
    }

    private static void check(AudioEffect effect, String id, double value, List<String> problems) {
        Optional<Parameter> parameter =
                effect.parameters().stream().filter(p -> p.id().equals(id)).findFirst();
        if (parameter.isEmpty()) {
            List<String> known = effect.parameters().stream().map(Parameter::id).toList();
            problems.add(
                    String.format(
                            "The effect %s has no parameter \"%s\", only %s.",
                            effect.id(), id, String.join(", ", known)));
        } else if (!parameter.get().allows(value)) {
            problems.add(outside(effect, parameter.get(), value));
        }
    }

    private static String outside(AudioEffect effect, Parameter parameter, double value) {
        boolean onOff = parameter.scale() == Parameter.Scale.SWITCH;
        return String.format(
                "%s of the effect %s is %s%s%s, not %s.",
                parameter.id(),
                effect.id(),
                number(parameter.min()),
                onOff ? " or " : " to ",
                number(parameter.max()),
                number(value));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
