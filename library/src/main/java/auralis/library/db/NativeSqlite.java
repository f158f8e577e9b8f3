package auralis.library.db;

import auralis.library.natives.NativeFolder;
import java.io.IOException;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite, so that nothing of it stays on the disk. By itself the driver unpacks its library
 * for each process into the folder for temporary files and deletes it at an orderly end, which a
 * process that is killed does not have.
 */
final class NativeSqlite {
    /** Where the driver unpacks its library. */
    private static final String FOLDER = "org.sqlite.tmpdir";

    private static boolean loaded;

    private NativeSqlite() {}

    /**
     * @throws IOException when SQLite does not run here
     */
    static synchronized void load() throws IOException {
        if (!loaded) {
            try (NativeFolder folder = new NativeFolder()) {
                System.setProperty(FOLDER, folder.path().toString());
                initialize();
            } finally {
                System.clearProperty(FOLDER);
            }
            loaded = true;
        }
    }

    private static void initialize() throws IOException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IOException(
                    "SQLite does not start on this computer: " + e.getMessage() + ".", e);
        }
    }
}
