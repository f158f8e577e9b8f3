package auralis.library.media;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Thumbnails on the disk, in 256 folders by the start of their hash. A file's time of change is the
 * time of its last use, kept to the hour; when the files together pass a bound, the oldest go until
 * a tenth of it is free. What another process deletes is made again.
 */
final class ThumbnailFolder {
    private static final Logger LOG = System.getLogger(ThumbnailFolder.class.getName());
    private static final Duration USE_IS_KEPT_TO = Duration.ofHours(1);

    private final Path folder;
    private final long maxBytes;

    /** What is in the folder; negative before it was looked at. Guarded by this. */
    private long bytes = -1;

    ThumbnailFolder(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    Path file(String hash, int pixels) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash + "-" + pixels);
    }

    Optional<byte[]> read(String hash, int pixels) {
        Path file = file(hash, pixels);
        try {
            byte[] content = Files.readAllBytes(file);
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(USE_IS_KEPT_TO))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            return content.length == 0 ? Optional.empty() : Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> file + " cannot be read and is made again", e);
            return Optional.empty();
        }
    }

    void write(String hash, int pixels, byte[] content) throws IOException {
        Path file = file(hash, pixels);
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), hash, ".part");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        grow(content.length);
    }

    private synchronized void grow(long added) throws IOException {
        bytes = bytes < 0 ? total(entries()) : bytes + added;
        if (bytes > maxBytes) {
            bytes = shrink(maxBytes - maxBytes / 10);
        }
    }

    private record Entry(Path file, long size, FileTime used) {}

    /** Deletes the longest unused and answers what is left, in bytes. */
    private long shrink(long allowed) throws IOException {
        List<Entry> entries = entries();
        entries.sort(Comparator.comparing(Entry::used));
        long left = total(entries);
        for (Entry entry : entries) {
            if (left <= allowed) {
                break;
            }
            Files.deleteIfExists(entry.file());
            left -= entry.size();
        }
        return left;
    }

    private static long total(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                entry(file).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private static Optional<Entry> entry(Path file) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return is.isRegularFile()
                    ? Optional.of(new Entry(file, is.size(), is.lastModifiedTime()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // Another process was faster.
        }
    }
}
