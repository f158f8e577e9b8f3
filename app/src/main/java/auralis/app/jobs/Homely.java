package auralis.app.jobs;

import java.nio.file.Path;

/** Paths as people say them. */
final class Homely {
    private Homely() {}

    /** With a tilde for the folder of the user. */
    static String path(Path path) {
        Path home = Path.of(System.getProperty("user.home"));
        boolean inside = path.startsWith(home) && !path.equals(home) && home.getNameCount() > 0;
        return inside ? Path.of("~").resolve(home.relativize(path)).toString() : path.toString();
    }
}
