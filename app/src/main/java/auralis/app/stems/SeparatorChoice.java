package auralis.app.stems;

import auralis.app.text.Texts;
import auralis.dsp.separate.ClassicSeparator;
import auralis.dsp.separate.Stem;
import auralis.library.model.Model;
import auralis.library.separate.SeparationSettings;
import java.util.List;
import java.util.Locale;

/**
 * A separator that the user can choose.
 *
 * @param name in a few words, its quality among them
 * @param sentence what to expect of it
 * @param stems what it takes tracks apart into
 */
public record SeparatorChoice(
        String name, String sentence, SeparationSettings settings, List<Stem> stems) {
    public SeparatorChoice {
        stems = List.copyOf(stems);
    }

    /** The one that needs no model. */
    public static SeparatorChoice classic() {
        return new SeparatorChoice(
                Texts.text("stems.classic"),
                Texts.text("stems.classic.quality"),
                SeparationSettings.CLASSIC,
                new ClassicSeparator().stems());
    }

    /** A neural model. */
    public static SeparatorChoice of(Model model) {
        return new SeparatorChoice(
                model.title(),
                Texts.text("stems.neural.quality"),
                SeparationSettings.with(model.id()),
                model.makes().stream().map(SeparatorChoice::stem).toList());
    }

    /**
     * The one of a model, or where that is gone the first.
     *
     * @param all at least one
     */
    static SeparatorChoice proposed(List<SeparatorChoice> all, String model) {
        return all.stream()
                .filter(one -> one.settings().model().equals(model))
                .findFirst()
                .orElse(all.get(0));
    }

    private static Stem stem(String word) {
        return Stem.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
