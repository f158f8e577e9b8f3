package auralis.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The program of this platform that shows folders. */
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

    static void show(String system, Path folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("The folder " + folder + " is not there any more.");
        }
        List<String> command = command(system, folder);
        Process process = start(command, folder);
        boolean ended = process.waitFor(FAILS_WITHIN_SECONDS, TimeUnit.SECONDS);
        // Explorer answers 1 whatever it did.
        if (ended && process.exitValue() != 0 && !command.get(0).equals("explorer")) {
            throw failed(folder, null);
        }
    }

    private static Process start(List<String> command, Path folder) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    static List<String> command(String system, Path folder) {
        String name = system.toLowerCase(Locale.ROOT);
        String program =
                name.startsWith("windows")
                        ? "explorer"
                        : name.startsWith("mac") ? "open" : "xdg-open";
        return List.of(program, folder.toString());
    }

    private static IOException failed(Path folder, IOException cause) {
        return new IOException(
                "This system has no program that shows folders. The files are in " + folder + ".",
                cause);
    }
}
