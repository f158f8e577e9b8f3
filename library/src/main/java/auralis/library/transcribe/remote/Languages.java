package auralis.library.transcribe.remote;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Languages as servers name them. */
final class Languages {
    /** Names of Whisper that are not those of the platform. */
    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry("mandarin", "zh"),
                    Map.entry("castilian", "es"),
                    Map.entry("valencian", "ca"),
                    Map.entry("flemish", "nl"),
                    Map.entry("letzeburgesch", "lb"),
                    Map.entry("pushto", "ps"),
                    Map.entry("panjabi", "pa"),
                    Map.entry("moldavian", "ro"),
                    Map.entry("moldovan", "ro"),
                    Map.entry("sinhalese", "si"),
                    Map.entry("myanmar", "my"),
                    Map.entry("haitian creole", "ht"),
                    Map.entry("bengali", "bn"),
                    Map.entry("norwegian", "no"),
                    Map.entry("nynorsk", "nn"),
                    Map.entry("tagalog", "tl"),
                    Map.entry("filipino", "tl"));

    private static final Map<String, String> CODES =
            Arrays.stream(Locale.getISOLanguages())
                    .filter(code -> code.length() == 2)
                    .collect(Collectors.toMap(Languages::name, Function.identity(), (a, b) -> a));

    private Languages() {}

    private static String name(String code) {
        return plain(new Locale(code).getDisplayLanguage(Locale.ENGLISH));
    }

    /** Later platforms write some names with marks: "Māori". */
    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The code of a code or an English name; empty when it is neither. */
    static Optional<String> code(String text) {
        String known = plain(text);
        String code = known.split("[-_]", 2)[0];
        if (CODES.containsValue(code)) {
            return Optional.of(code);
        }
        return Optional.ofNullable(CODES.get(known))
                .or(() -> Optional.ofNullable(OTHERS.get(known)));
    }
}
