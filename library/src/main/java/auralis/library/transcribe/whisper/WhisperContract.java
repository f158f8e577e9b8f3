package auralis.library.transcribe.whisper;

import java.util.List;

/**
 * What was found out about a model when it came; kept with it as JSON.
 *
 * @param size which of the published sizes it has
 * @param languages that it understands, as ISO 639-1 names them
 */
record WhisperContract(String size, List<String> languages) {
    WhisperContract {
        languages = List.copyOf(languages);
    }

    static WhisperContract of(GgmlModel model) {
        return new WhisperContract(model.size(), Languages.of(model));
    }

    /** "text in 99 languages", "English text". */
    String makes() {
        return languages.size() == 1
                ? "English text"
                : "text in " + languages.size() + " languages";
    }
}
