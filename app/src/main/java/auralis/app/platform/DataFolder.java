package auralis.app.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this platform keeps the data of a user's programs. */
public final class DataFolder {
    private DataFolder() {}

    public static Path usual() {
        return usual(
                System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    static Path usual(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.get("APPDATA");
            return roaming == null
                    ? Path.of(home, "AppData", "Roaming", "Auralis")
                    : Path.of(roaming, "Auralis");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Auralis");
        }
        String data = environment.get("XDG_DATA_HOME");
        return data == null || data.isEmpty()
                ? Path.of(home, ".local", "share", "auralis")
                : Path.of(data, "auralis");
    }
}
