package auralis.library.separate.neural;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import auralis.library.natives.NativeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Starts ONNX Runtime, so that nothing of it stays on the disk. By itself it unpacks its libraries
 * for each process into the folder for temporary files and deletes them at an orderly end, which a
 * child process that is killed does not have. So they are unpacked here.
 */
final class Natives {
    private static final Logger LOG = System.getLogger(Natives.class.getName());

    /** Where the runtime looks for its libraries; an installed program has them there. */
    private static final String PATH = "onnxruntime.native.path";

    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    /** The runtime makes this for itself even when it needs none. */
    private static final String THEIRS = "onnxruntime-java*";

    private static Optional<OrtEnvironment> started = Optional.empty();

    private Natives() {}

    /**
     * @throws IOException when the runtime does not run here
     */
    static synchronized OrtEnvironment environment() throws IOException {
        if (started.isEmpty()) {
            started = Optional.of(start());
        }
        return started.get();
    }

    private static OrtEnvironment start() throws IOException {
        Set<Path> before = list(THEIRS);
        try {
            if (System.getProperty(PATH) != null) {
                return load();
            }
            try (NativeFolder folder = new NativeFolder()) {
                unpackTo(folder);
                System.setProperty(PATH, folder.path().toString());
                return load();
            } finally {
                System.clearProperty(PATH);
            }
        } finally {
            deleteEmpty(before);
        }
    }

    private static OrtEnvironment load() throws IOException {
        try {
            // What goes wrong is thrown too; it need not be printed.
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(
                            OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "auralis");
            environment.setTelemetry(false);
            return environment;
        } catch (LinkageError | OrtException e) {
            throw new IOException(
                    "The runtime of neural models does not start on this computer: "
                            + e.getMessage()
                            + ". Use the built-in separation instead.",
                    e);
        }
    }

    private static void unpackTo(NativeFolder folder) throws IOException {
        for (String library : LIBRARIES) {
            String file = System.mapLibraryName(library);
            String resource = "/ai/onnxruntime/native/" + platform() + "/" + file;
            if (!folder.unpack(OrtEnvironment.class, resource, file)) {
                throw new IOException(
                        "There is no runtime of neural models for this kind of computer ("
                                + platform()
                                + "). Use the built-in separation instead.");
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : "linux")
                + (machine.equals("aarch64") ? "-aarch64" : "-x64");
    }

    /** The folder that the runtime has just made and does not use. */
    private static void deleteEmpty(Set<Path> before) {
        Set<Path> made = list(THEIRS);
        made.removeAll(before);
        for (Path folder : made) {
            try {
                Files.delete(folder);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "of another process, which uses it", e);
            }
        }
    }

    private static Set<Path> list(String pattern) {
        Set<Path> found = new HashSet<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, pattern)) {
            folders.forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "the folder for temporary files cannot be read", e);
        }
        return found;
    }
}
