package auralis.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The programs of this platform that show folders and files. */
public final class FileBrowser {
    /** A starter that failed has ended by then; one that shows the folder itself stays. */
    private static final long FAILS_WITHIN_SECONDS = 3;

    private FileBrowser() {}

    /**
     * Opens a folder before the user's eyes; waits until it is clear that this works.
     *
     * @throws IOException with a sentence for the user
     */
    public static void show(Path folder) throws IOException, InterruptedException {
        show(System.getProperty("os.name"), folder);
    }

    /**
     * Opens a file in the program that the user has for its kind.
     *
     * @throws IOException with a sentence for the user
     */
    public static void open(Path file) throws IOException, InterruptedException {
        start(
                System.getProperty("os.name"),
                file,
                "This system has no program that opens " + file + ". Open it by hand.");
    }

    static void show(String system, Path folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("The folder " + folder + " is not there any more.");
        }
        start(
                system,
                folder,
                "This system has no program that shows folders. The files are in " + folder + ".");
    }

    private static void start(String system, Path shown, String fault)
            throws IOException, InterruptedException {
        List<String> command = command(system, shown);
        Process process = start(command, fault);
        boolean ended = process.waitFor(FAILS_WITHIN_SECONDS, TimeUnit.SECONDS);
        // Explorer answers 1 whatever it did.
        if (ended && process.exitValue() != 0 && !command.get(0).equals("explorer")) {
            throw new IOException(fault);
        }
    }

    private static Process start(List<String> command, String fault) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException(fault, e);
        }
    }

    static List<String> command(String system, Path shown) {
        String name = system.toLowerCase(Locale.ROOT);
        String program =
                name.startsWith("windows")
                        ? "explorer"
                        : name.startsWith("mac") ? "open" : "xdg-open";
        return List.of(program, shown.toString());
    }
}
