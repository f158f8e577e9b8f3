package auralis.app.transcript;

import auralis.app.text.Texts;
import auralis.library.transcribe.TranscriptionSettings;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Languages that engines know, of ISO 639-1, by their names. */
final class Languages {
    private static final List<String> KNOWN =
            List.of(
                    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
                    "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nl", "no",
                    "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tl", "tr", "uk",
                    "ur", "vi", "zh");

    private Languages() {}

    /** First that the engine finds it out, then by name. */
    static List<String> all() {
        Comparator<String> byName = Comparator.comparing(Languages::name, Collator.getInstance());
        return Stream.concat(Stream.of(TranscriptionSettings.AUTO), KNOWN.stream().sorted(byName))
                .toList();
    }

    static String name(String code) {
        return code.equals(TranscriptionSettings.AUTO)
                ? Texts.text("transcript.language.auto")
                : new Locale(code).getDisplayLanguage();
    }
}
