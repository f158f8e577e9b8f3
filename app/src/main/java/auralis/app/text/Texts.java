package auralis.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts by key. The key of a control is its node id: {@code play.toggle} is what it says, {@code
 * play.toggle.tip} what it explains.
 */
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("auralis.app.text.texts", Locale.getDefault());

    private Texts() {}

    /**
     * @throws java.util.MissingResourceException for a key without a text
     */
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /** A text with its places filled, after {@link MessageFormat}. */
    public static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }

    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /** An engine as people call it; one that is not known is called as it calls itself. */
    public static String engine(String word) {
        return switch (word) {
            case "classic" -> text("engine.classic");
            case "whisper" -> text("engine.whisper");
            default -> word;
        };
    }
}
