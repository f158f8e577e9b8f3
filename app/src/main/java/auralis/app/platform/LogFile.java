package auralis.app.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where the program writes what went wrong: a file in the data folder, two of at most 1 MB. Where
 * nothing can be written there, in the system's folder for passing files.
 */
public final class LogFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final int FILES = 2;

    private LogFile() {}

    /** Sends all messages to the file from now on, and none to the console. */
    public static void open(Path dataFolder) throws IOException {
        open(dataFolder, false);
    }

    /** Sends all messages to the file from now on, and to the console too where that is wanted. */
    public static void open(Path dataFolder, boolean console) throws IOException {
        Files.createDirectories(dataFolder);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        FileHandler file = new FileHandler(pattern(dataFolder), MAX_BYTES, FILES, true);
        file.setFormatter(new SimpleFormatter());
        file.setLevel(Level.INFO);
        file.setErrorManager(new Silenced(dataFolder, System.err));
        root.addHandler(file);
        if (console) {
            root.addHandler(new ConsoleHandler());
        }
    }

    /** Says once, and in a line, that messages are lost; a full disk has its own sentences. */
    static final class Silenced extends ErrorManager {
        private final Path folder;
        private final PrintStream console;
        private boolean said;

        Silenced(Path folder, PrintStream console) {
            this.folder = folder;
            this.console = console;
        }

        @Override
        public synchronized void error(String message, Exception fault, int code) {
            if (!said) {
                said = true;
                String reason = fault == null ? message : fault.getMessage();
                console.println("The log in " + folder + " cannot be written: " + reason + ".");
            }
        }
    }

    private static String pattern(Path dataFolder) {
        String inTheFolder = dataFolder.resolve("auralis.%g.log").toString();
        return Files.isWritable(dataFolder)
                ? inTheFolder
                : "%t/auralis-" + System.getProperty("user.name") + ".%g.log";
    }
}
