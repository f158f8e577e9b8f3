package auralis.library.natives;

import java.io.Closeable;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Native libraries that come in a jar, in files for as long as it takes to load them. They are
 * deleted as soon as that is done, for a process that is killed has no orderly end; where the
 * system keeps loaded files (Windows), at the end, or by the next process.
 */
public final class NativeFolder implements Closeable {
    private static final Logger LOG = System.getLogger(NativeFolder.class.getName());
    private static final String OURS = "auralis-native-";
    private static final Pattern OURS_OF = Pattern.compile(OURS + "(\\d+)-.*");
    private static final Duration SURELY_OVER = Duration.ofHours(1);

    private final Path folder;

    /** Makes one of this process, and deletes those that killed processes left. */
    public NativeFolder() throws IOException {
        sweep();
        folder = Files.createTempDirectory(OURS + ProcessHandle.current().pid() + "-");
    }

    public Path path() {
        return folder;
    }

    /**
     * Takes a library out of a jar.
     *
     * @param neighbour a class of that jar
     * @param resource its full name there
     * @return whether there is such a library
     */
    public boolean unpack(Class<?> neighbour, String resource, String file) throws IOException {
        try (InputStream in = neighbour.getResourceAsStream(resource)) {
            if (in != null) {
                Files.copy(in, folder.resolve(file));
            }
            return in != null;
        }
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the loaded libraries stay until the end", e);
            deleteAtTheEnd();
        }
    }

    private void deleteAtTheEnd() {
        // The folder first, because what is told last is deleted first.
        folder.toFile().deleteOnExit();
        try {
            filesOf(folder).forEach(file -> file.toFile().deleteOnExit());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the next process deletes them", e);
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            List<Path> files = new ArrayList<>();
            all.forEach(files::add);
            return files;
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : filesOf(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static void sweep() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, OURS + "*")) {
            for (Path folder : folders) {
                sweep(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "the folder for temporary files cannot be read", e);
        }
    }

    private static void sweep(Path folder) {
        Matcher name = OURS_OF.matcher(folder.getFileName().toString());
        try {
            if (name.matches() && isOver(folder, Long.parseLong(name.group(1)))) {
                delete(folder);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "left by a killed process, and stays or is gone meanwhile", e);
        }
    }

    private static boolean isOver(Path folder, long pid) throws IOException {
        FileTime made = Files.getLastModifiedTime(folder);
        return made.toInstant().isBefore(Instant.now().minus(SURELY_OVER))
                && ProcessHandle.of(pid).isEmpty();
    }
}
