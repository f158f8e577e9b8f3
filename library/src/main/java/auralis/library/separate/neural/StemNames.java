package auralis.library.separate.neural;

import auralis.dsp.separate.Stem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which stem is which in the output of a model. */
final class StemNames {
    /** The note in which exporters write the names, if they do. */
    private static final String NOTE = "sources";

    private static final Map<String, Stem> BY_WORD =
            Map.ofEntries(
                    Map.entry("vocals", Stem.VOCALS),
                    Map.entry("vocal", Stem.VOCALS),
                    Map.entry("voc", Stem.VOCALS),
                    Map.entry("drums", Stem.DRUMS),
                    Map.entry("drum", Stem.DRUMS),
                    Map.entry("bass", Stem.BASS),
                    Map.entry("other", Stem.OTHER),
                    Map.entry("guitar", Stem.GUITAR),
                    Map.entry("piano", Stem.PIANO),
                    Map.entry("instrumental", Stem.INSTRUMENTAL),
                    Map.entry("inst", Stem.INSTRUMENTAL),
                    Map.entry("accompaniment", Stem.INSTRUMENTAL),
                    Map.entry("no_vocals", Stem.INSTRUMENTAL),
                    Map.entry("rest", Stem.REST));

    private static final List<Stem> FOUR = List.of(Stem.DRUMS, Stem.BASS, Stem.OTHER, Stem.VOCALS);
    private static final List<Stem> SIX =
            List.of(Stem.DRUMS, Stem.BASS, Stem.OTHER, Stem.VOCALS, Stem.GUITAR, Stem.PIANO);

    private StemNames() {}

    /** How many there are in a model whose shapes do not tell. */
    static int count(ModelHints hints, Signature signature) {
        return hints.stems().or(() -> noted(signature)).orElse(FOUR).size();
    }

    /**
     * @throws IOException when nobody tells
     */
    static List<Stem> of(String file, int count, ModelHints hints, Signature signature)
            throws IOException {
        List<Stem> names =
                hints.stems()
                        .or(() -> noted(signature))
                        .orElse(
                                count == FOUR.size()
                                        ? FOUR
                                        : count == SIX.size() ? SIX : List.of());
        if (names.size() != count || new HashSet<>(names).size() != count) {
            throw new IOException(
                    file
                            + " gives "
                            + count
                            + (count == 1 ? " stem" : " stems")
                            + " and does not say which. Tell it in a file of the same name that"
                            + " ends in .json, like {\"stems\": [\"vocals\", \"instrumental\"]}.");
        }
        return names;
    }

    private static Optional<List<Stem>> noted(Signature signature) {
        return Optional.ofNullable(signature.notes().get(NOTE)).flatMap(StemNames::parsed);
    }

    private static Optional<List<Stem>> parsed(String text) {
        List<Stem> stems = new ArrayList<>();
        for (String word : words(text)) {
            if (!BY_WORD.containsKey(word)) {
                return Optional.empty();
            }
            stems.add(BY_WORD.get(word));
        }
        return stems.isEmpty() ? Optional.empty() : Optional.of(stems);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z_]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The one stem that a file name speaks of: "htdemucs_ft_drums.onnx", "Kim_Vocal_2.onnx". */
    static Optional<Stem> inFileName(String file) {
        List<Stem> named = new ArrayList<>();
        for (String word : file.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            Stem stem = BY_WORD.get(word);
            if (stem != null && !named.contains(stem)) {
                named.add(stem);
            }
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
