package auralis.library.separate.neural;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts ONNX Runtime, so that nothing of it stays on the disk. By itself it unpacks its libraries
 * for each process into the folder for temporary files and deletes them at an orderly end, which a
 * child process that is killed does not have. So they are unpacked here, and deleted as soon as
 * they are loaded; where the system keeps loaded files (Windows), at the end, or by the next
 * process.
 */
final class Natives {
    private static final Logger LOG = System.getLogger(Natives.class.getName());

    /** Where the runtime looks for its libraries; an installed program has them there. */
    private static final String PATH = "onnxruntime.native.path";

    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");
    private static final String OURS = "auralis-onnx-";
    private static final Pattern OURS_OF = Pattern.compile(OURS + "(\\d+)-.*");

    /** The runtime makes this for itself even when it needs none. */
    private static final String THEIRS = "onnxruntime-java*";

    private static final Duration SURELY_OVER = Duration.ofHours(1);

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
            sweep();
            Path folder = unpack();
            System.setProperty(PATH, folder.toString());
            try {
                return load();
            } finally {
                System.clearProperty(PATH);
                deleteNowOrAtTheEnd(folder);
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

    private static Path unpack() throws IOException {
        Path folder = Files.createTempDirectory(OURS + ProcessHandle.current().pid() + "-");
        for (String library : LIBRARIES) {
            String file = System.mapLibraryName(library);
            String resource = "/ai/onnxruntime/native/" + platform() + "/" + file;
            try (InputStream in = OrtEnvironment.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException(
                            "There is no runtime of neural models for this kind of computer ("
                                    + platform()
                                    + "). Use the built-in separation instead.");
                }
                Files.copy(in, folder.resolve(file));
            } catch (IOException e) {
                deleteNowOrAtTheEnd(folder);
                throw e;
            }
        }
        return folder;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : "linux")
                + (machine.equals("aarch64") ? "-aarch64" : "-x64");
    }

    private static void deleteNowOrAtTheEnd(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the loaded libraries stay until the end", e);
            // The folder first, because what is told last is deleted first.
            folder.toFile().deleteOnExit();
            for (String library : LIBRARIES) {
                folder.resolve(System.mapLibraryName(library)).toFile().deleteOnExit();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Deletes what killed processes left. */
    private static void sweep() {
        for (Path folder : list(OURS + "*")) {
            Matcher name = OURS_OF.matcher(folder.getFileName().toString());
            if (name.matches() && isOver(folder, Long.parseLong(name.group(1)))) {
                try {
                    delete(folder);
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "left by a killed process, and stays", e);
                }
            }
        }
    }

    private static boolean isOver(Path folder, long pid) {
        try {
            FileTime made = Files.getLastModifiedTime(folder);
            return made.toInstant().isBefore(Instant.now().minus(SURELY_OVER))
                    && ProcessHandle.of(pid).isEmpty();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "gone meanwhile", e);
            return false;
        }
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
