package auralis.library.transcribe.whisper;

import java.util.List;

/**
 * The languages that Whisper was trained on, in the order of its tokens ({@code tokenizer.py} of
 * OpenAI's Whisper). It calls Javanese "jw", which ISO 639-1 calls "jv".
 */
final class Languages {
    /** The model finds the language out. */
    static final String AUTO = "auto";

    static final String ENGLISH = "en";

    /** Vocabularies have one token for each besides. */
    private static final int OTHER_TOKENS = 51_766;

    private static final String JAVANESE = "jv";
    private static final String JAVANESE_OF_WHISPER = "jw";

    static final List<String> ALL =
            List.of(
                    ("en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro"
                                    + " da hu ta no th ur hr bg lt la mi ml cy sk te fa lv bn sr az"
                                    + " sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn"
                                    + " yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa"
                                    + " lb my bo tl mg as tt haw ln ha ba jv su yue")
                            .split(" "));

    private Languages() {}

    static List<String> of(GgmlModel model) {
        return model.isMultilingual()
                ? ALL.subList(0, model.vocabulary() - OTHER_TOKENS)
                : List.of(ENGLISH);
    }

    static String toWhisper(String language) {
        return language.equals(JAVANESE) ? JAVANESE_OF_WHISPER : language;
    }

    static String fromWhisper(String language) {
        return language.equals(JAVANESE_OF_WHISPER) ? JAVANESE : language;
    }
}
