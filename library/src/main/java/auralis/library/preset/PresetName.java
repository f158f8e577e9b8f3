package auralis.library.preset;

import java.io.IOException;
import java.util.regex.Pattern;

/** What a preset may be called: what every file system takes as the name of a file. */
final class PresetName {
    private static final int LONGEST = 60;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private PresetName() {}

    /**
     * The name without the blanks around it.
     *
     * @throws IOException with a sentence that says what is wrong with it
     */
    static String checked(String name) throws IOException {
        String bare = name.strip();
        if (Presets.isFactory(bare)) {
            throw new IOException(
                    "\"" + bare + "\" comes with Auralis and stays as it is. Choose another name.");
        }
        if (bare.isEmpty() || bare.length() > LONGEST || !bare.equals(from(bare))) {
            throw new IOException(
                    "\""
                            + bare
                            + "\" cannot be the name of a preset. Use up to 60 letters, digits,"
                            + " blanks, - and _.");
        }
        return bare;
    }

    /** A name that is allowed, as near as can be to one that may not be. */
    static String from(String name) {
        String safe = FORBIDDEN.matcher(name).replaceAll("_").strip();
        safe = safe.substring(0, Math.min(LONGEST, safe.length()));
        // Windows drops dots and blanks at the end, which would make two names one.
        safe = safe.replaceAll("[. ]+$", "");
        boolean odd = safe.isEmpty() || safe.startsWith(".") || RESERVED.matcher(safe).matches();
        return odd ? "preset " + safe.replaceAll("^[.]+", "").strip() : safe;
    }
}
