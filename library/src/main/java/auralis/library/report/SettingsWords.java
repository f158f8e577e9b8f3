package auralis.library.report;

import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What was asked for, in words by their headings. */
final class SettingsWords {
    private static final String OFF = "off";
    private static final int PERCENT = 100;

    private SettingsWords() {}

    static Map<String, String> of(ReportedFile file) {
        MasteringSettings settings = file.settings();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Preset", file.preset() + " at " + percent(settings.intensity()));
        words.put("Mode", file.mode() + (file.album() ? ", as a part of an album" : ""));
        words.put("Reference", reference(settings.reference()));
        words.put("Loudness", loudness(settings.loudness()));
        words.put("Ceiling", db(settings.limiter().ceilingDbtp()) + "TP");
        words.put("Tone", tone(settings.tone()));
        words.put("Dynamics", dynamics(settings.dynamics()));
        words.put("Stereo width", width(settings.width()));
        words.put("Effects", effects(settings.effects()));
        words.values().removeIf(String::isEmpty);
        return words;
    }

    private static String reference(Reference reference) {
        if (reference.tracks().isEmpty()) {
            return "";
        }
        List<String> matched = new ArrayList<>();
        add(matched, reference.tone(), "tone");
        add(matched, reference.width(), "width");
        add(matched, reference.dynamics(), "dynamics");
        add(matched, reference.loudness(), "loudness");
        return reference.tracks().stream()
                        .map(Reference.Track::name)
                        .collect(Collectors.joining(", "))
                + "; "
                + (matched.isEmpty() ? "nothing" : String.join(", ", matched))
                + ", "
                + percent(reference.amount())
                + " of the way";
    }

    private static void add(List<String> words, boolean on, String word) {
        if (on) {
            words.add(word);
        }
    }

    private static String loudness(MasteringSettings.Loudness loudness) {
        if (!loudness.on()) {
            return OFF;
        }
        String target = Html.number(loudness.targetLufs(), 1) + " LUFS";
        String part =
                loudness.amount() < 1 ? ", " + percent(loudness.amount()) + " of the way" : "";
        return target
                + part
                + (loudness.firm() ? ", as asked for" : ", less where material is loud already");
    }

    private static String tone(MasteringSettings.Tone tone) {
        if (!tone.on()) {
            return OFF;
        }
        List<String> words = new ArrayList<>();
        words.add(percent(tone.amount()));
        bend(words, "bass", tone.bassDb());
        bend(words, "presence", tone.presenceDb());
        bend(words, "air", tone.airDb());
        return String.join(", ", words);
    }

    private static void bend(List<String> words, String what, double db) {
        if (db != 0) {
            words.add(what + " " + Html.signed(OptionalDouble.of(db), 1) + " dB");
        }
    }

    private static String dynamics(MasteringSettings.Dynamics dynamics) {
        if (!dynamics.on()) {
            return OFF;
        }
        MasteringSettings.Shape shape = dynamics.shape();
        String softClip =
                shape.softClipDb() > 0 ? ", soft clip up to " + db(shape.softClipDb()) : "";
        return percent(dynamics.amount())
                + ", attack "
                + percent(shape.attack())
                + ", compression "
                + percent(shape.compression())
                + softClip;
    }

    private static String width(MasteringSettings.Width width) {
        if (!width.on()) {
            return OFF;
        }
        return percent(width.amount())
                + (width.width() == 1 ? "" : " of the way to × " + Html.number(width.width(), 2));
    }

    private static String effects(RackSettings rack) {
        if (rack.isNeutral()) {
            return "";
        }
        String names =
                rack.effects().stream()
                        .filter(EffectSettings::on)
                        .map(SettingsWords::effect)
                        .collect(Collectors.joining("; "));
        return rack.amount() < 1 ? names + "; at " + percent(rack.amount()) : names;
    }

    private static String effect(EffectSettings effect) {
        String values =
                effect.values().entrySet().stream()
                        .map(e -> e.getKey() + " " + Html.number(e.getValue(), 2))
                        .collect(Collectors.joining(", "));
        return values.isEmpty() ? effect.effect() : effect.effect() + " (" + values + ")";
    }

    private static String db(double db) {
        return Html.number(db, 1) + " dB";
    }

    private static String percent(double fraction) {
        return Html.number(PERCENT * fraction, 0) + " %";
    }
}
