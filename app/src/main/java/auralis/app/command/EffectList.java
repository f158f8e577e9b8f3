package auralis.app.command;

import auralis.dsp.effect.AudioEffect;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.Parameter;
import java.util.List;
import java.util.Locale;

/** What {@code effects --list} answers: made from the effects' own descriptions. */
record EffectList(List<Entry> effects) {

    record Entry(String id, String name, String description, List<Parameter> parameters) {}

    static EffectList of(EffectCatalogue catalogue) {
        return new EffectList(catalogue.effects().stream().map(EffectList::entry).toList());
    }

    private static Entry entry(AudioEffect effect) {
        return new Entry(effect.id(), effect.name(), effect.description(), effect.parameters());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Entry effect : effects) {
            text.append(String.format("%-12s %s%n", effect.id, effect.description));
            for (Parameter parameter : effect.parameters) {
                text.append(
                        String.format(
                                "  %-14s %-22s %s%n",
                                parameter.id(), parameter.name(), range(parameter)));
            }
        }
        return text.toString();
    }

    private static String range(Parameter parameter) {
        if (parameter.scale() == Parameter.Scale.SWITCH) {
            return "true or false (" + (parameter.defaultValue() == 1) + ")";
        }
        return String.format(
                "%s to %s%s (%s)",
                number(parameter.min()),
                number(parameter.max()),
                parameter.unit().symbol().isEmpty() ? "" : " " + parameter.unit().symbol(),
                number(parameter.defaultValue()));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
    }
}
