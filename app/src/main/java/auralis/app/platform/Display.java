package auralis.app.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a window can be opened here; asked before the toolkit is, which answers with a stack
 * trace.
 */
public final class Display {
    private Display() {}

    /** Why no window can be opened, as a sentence with what to do. */
    public static Optional<String> problem() {
        return problem(System.getProperty("os.name"), System.getenv());
    }

    static Optional<String> problem(String system, Map<String, String> environment) {
        boolean x11 = !system.toLowerCase(Locale.ROOT).matches("(windows|mac).*");
        boolean shown = environment.containsKey("DISPLAY") || Boolean.getBoolean("testfx.headless");
        return x11 && !shown
                ? Optional.of(
                        "There is no display for a window here. Start it on a desktop,"
                                + " or use a command: auralis --help")
                : Optional.empty();
    }
}
