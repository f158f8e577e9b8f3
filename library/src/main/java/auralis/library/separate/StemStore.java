package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.library.json.Json;
import auralis.library.media.ContentSignature;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps stems by the content that they come from and by what they were made with, in a folder of
 * bounded size: what was not used for longest goes first. A set appears when it is complete; what a
 * crash left of one is removed by the next who makes any. Any thread, any process.
 */
final class StemStore {
    private static final String PART = ".part";
    private static final Pattern PART_OF_A_SET =
            Pattern.compile("[0-9a-f]{24}-[0-9a-f]{12}\\.part");
    private static final int KEY_BYTES = 12;
    private static final int MAKER_BYTES = 6;
    private static final long LOOK_MILLIS = 100;

    /** What was used so lately may be in use still. */
    private static final Duration IN_USE = Duration.ofHours(1);

    private final Path folder;
    private final long mostBytes;

    /**
     * @param folder is made when it is needed
     * @param mostBytes that are kept, but for what is in use
     */
    StemStore(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** The stems of a file where they are known. */
    Optional<Stems> find(Path source, SeparationSettings settings, Engine engine)
            throws IOException {
        return at(folder.resolve(key(source, settings, engine)));
    }

    private static Optional<Stems> at(Path set) throws IOException {
        if (!Stems.areIn(set)) {
            return Optional.empty();
        }
        Files.setLastModifiedTime(Stems.index(set), FileTime.from(Instant.now()));
        return Optional.of(Stems.read(set));
    }

    /** The stems of a file, made by the engine unless they are known. */
    Stems obtain(Path source, SeparationSettings settings, Engine engine, Progress progress)
            throws IOException, InterruptedException {
        String key = key(source, settings, engine);
        Path set = folder.resolve(key);
        Files.createDirectories(folder);
        cleanUp();
        try (StemLock held = lock(key, progress)) {
            Optional<Stems> known = at(set);
            if (known.isPresent()) {
                return known.get();
            }
            Path part = folder.resolve(held.key() + PART);
            remove(part);
            try {
                Files.createDirectory(part);
                engine.separate(source, part, progress);
                Files.move(part, set, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(part);
            }
        }
        trim(set);
        return Stems.read(set);
    }

    /** Waits while another makes the same. */
    private StemLock lock(String key, Progress progress) throws IOException, InterruptedException {
        Optional<StemLock> lock = StemLock.take(folder, key);
        while (lock.isEmpty()) {
            progress.phase("waiting");
            progress.checkpoint();
            Thread.sleep(LOOK_MILLIS);
            lock = StemLock.take(folder, key);
        }
        return lock.get();
    }

    /** Removes what killed processes left of sets that nobody makes any more. */
    void cleanUp() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(folder, StemStore::isPartOfASet)) {
            for (Path part : parts) {
                removeUnused(part);
            }
        }
    }

    private static boolean isPartOfASet(Path file) {
        return PART_OF_A_SET.matcher(file.getFileName().toString()).matches();
    }

    private void removeUnused(Path part) throws IOException {
        Optional<StemLock> lock = StemLock.take(folder, part.getFileName().toString());
        if (lock.isPresent()) {
            try (StemLock held = lock.get()) {
                remove(folder.resolve(held.key()));
            }
        }
    }

    /** What it is made of and how, then by whom. */
    private static String key(Path source, SeparationSettings settings, Engine engine)
            throws IOException {
        try {
            String text = ContentSignature.of(source) + Json.write(settings);
            return digest(text, KEY_BYTES) + maker(engine.identity());
        } catch (IOException e) {
            throw Media.explain(source, e);
        }
    }

    private static String maker(String identity) {
        return "-" + digest(identity, MAKER_BYTES);
    }

    private static String digest(String text, int bytes) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Bytes of all sets. */
    long usedBytes() throws IOException {
        long bytes = 0;
        for (Path set : sets()) {
            bytes += bytes(set);
        }
        return bytes;
    }

    /** Forgets all that is not in use. */
    void clear() throws IOException {
        trim(0, sets());
    }

    /** Forgets what an engine made that is no more, but for what is in use. */
    void forget(String identity) throws IOException {
        String maker = maker(identity);
        trim(0, sets().stream().filter(set -> set.toString().endsWith(maker)).toList());
    }

    private void trim(Path keep) throws IOException {
        trim(mostBytes, sets().stream().filter(set -> !set.equals(keep)).toList());
    }

    /**
     * @param sets that may go
     */
    private void trim(long most, List<Path> sets) throws IOException {
        long used = usedBytes();
        Instant inUse = Instant.now().minus(IN_USE);
        for (Path set : sets) {
            if (used <= most) {
                return;
            }
            if (lastUse(set).isBefore(inUse)) {
                used -= bytes(set);
                remove(set);
            }
        }
    }

    /** Complete ones, those first that were not used for longest. */
    private List<Path> sets() throws IOException {
        List<Path> sets = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Stems::areIn)) {
                all.forEach(set -> sets.add(set));
            }
        }
        sets.removeIf(set -> set.toString().endsWith(PART));
        sets.sort(Comparator.comparing(StemStore::lastUse));
        return sets;
    }

    private static Instant lastUse(Path set) {
        try {
            return Files.getLastModifiedTime(Stems.index(set)).toInstant();
        } catch (IOException e) {
            // Removed by another in the meantime.
            return Instant.MAX;
        }
    }

    private static long bytes(Path set) throws IOException {
        try (Stream<Path> files = Files.list(set)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static void remove(Path set) throws IOException {
        if (!Files.isDirectory(set)) {
            return;
        }
        try (Stream<Path> files = Files.list(set)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(set);
    }
}
