package auralis.library.backup;

import auralis.library.track.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of the database in {@code backups/} of the data folder. One is made at the end of a
 * session that changed something, unless the last is younger than an hour, and one before the
 * schema changes. Kept are the five newest, the newest of each of the last twelve months, and of
 * those made before a restore or a new schema the three newest.
 */
public final class Backups {
    /** The name of the database in its data folder. */
    public static final String DATABASE = "auralis.db";

    private static final Duration APART = Duration.ofHours(1);
    private static final int NEWEST = 5;
    private static final int MONTHS = 12;
    private static final int BEFORE = 3;

    private final Path dataFolder;
    private final InstantSource clock;

    /** Writes a copy of the database to a file that is not there yet. */
    public interface Copy {
        void to(Path file) throws IOException;
    }

    /** Looks at a copy; it may change how it is kept, not what it holds. */
    public interface Check {
        /**
         * @throws IOException with a sentence when it cannot be used
         */
        void of(Path copy) throws IOException;
    }

    public Backups(Path dataFolder) {
        this(dataFolder, InstantSource.system());
    }

    Backups(Path dataFolder, InstantSource clock) {
        this.dataFolder = dataFolder;
        this.clock = clock;
    }

    /** All that there are, newest first. */
    public List<Backup> list() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        List<Backup> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                BackupName.read(file).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Backup::made).reversed());
        return List.copyOf(found);
    }

    /** Makes one now. */
    public Backup create(Storage storage) throws IOException {
        return create(Optional.empty(), storage::copyTo);
    }

    /** Makes one when something changed since the last and that is not of this hour. */
    public Optional<Backup> createIfDue(Storage storage) throws IOException {
        Optional<Backup> last = list().stream().findFirst();
        if (last.isPresent() && !isDue(last.get(), storage)) {
            return Optional.empty();
        }
        return Optional.of(create(storage));
    }

    private boolean isDue(Backup last, Storage storage) throws IOException {
        Instant copied = Files.getLastModifiedTime(last.file()).toInstant();
        return storage.changed().isAfter(copied)
                && !clock.instant().isBefore(last.made().plus(APART));
    }

    /** Makes one before something that might go wrong, such as {@code schema-3}. */
    public Backup createBefore(String what, Copy copy) throws IOException {
        return create(Optional.of(what), copy);
    }

    private Backup create(Optional<String> before, Copy copy) throws IOException {
        Files.createDirectories(folder());
        Path target = folder().resolve(BackupName.of(clock.instant(), before));
        Path part = part(target);
        try {
            copy.to(part);
            WholeFile.put(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        dropOld();
        return BackupName.read(target).orElseThrow();
    }

    /**
     * Puts a backup in the place of the database, which is kept beside the backups.
     *
     * @param check of a copy of the backup, before anything is touched
     * @return what the database was before, if there was one
     * @throws IOException when the backup cannot be used, or the library is in use
     */
    public Optional<Backup> restore(Path backup, Check check) throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new IOException(backup + " is not there. See: auralis library backups");
        }
        Files.createDirectories(dataFolder);
        Path database = dataFolder.resolve(DATABASE);
        Path part = part(database);
        FolderLock alone = FolderLock.alone(dataFolder);
        try {
            copy(backup, part);
            check.of(part);
            Optional<Backup> old = keep(database);
            // In this order: pages that wait in the log of the old one must never reach the new.
            Files.deleteIfExists(log(database));
            Files.deleteIfExists(beside(database, "-shm"));
            WholeFile.put(part, database);
            return old;
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(log(part));
            Files.deleteIfExists(beside(part, "-shm"));
            alone.close();
        }
    }

    private Optional<Backup> keep(Path database) throws IOException {
        if (!Files.exists(database)) {
            return Optional.empty();
        }
        Files.createDirectories(folder());
        Path kept = folder().resolve(BackupName.of(clock.instant(), Optional.of("restore")));
        Path part = part(kept);
        copy(database, part);
        if (Files.exists(log(part))) {
            WholeFile.put(log(part), log(kept));
        }
        WholeFile.put(part, kept);
        return BackupName.read(kept);
    }

    /** With the log of what is not in the file yet, which a killed process leaves behind. */
    private static void copy(Path database, Path target) throws IOException {
        Files.deleteIfExists(log(target));
        if (Files.exists(log(database))) {
            Files.copy(log(database), log(target));
        }
        Files.copy(database, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void dropOld() throws IOException {
        List<Backup> all = list();
        Set<Backup> kept = new HashSet<>(kept(all, clock.instant()));
        for (Backup backup : all) {
            if (!kept.contains(backup)) {
                Files.deleteIfExists(backup.file());
                Files.deleteIfExists(log(backup.file()));
            }
        }
        dropParts(folder());
        dropParts(dataFolder);
    }

    /**
     * @param all newest first
     */
    static List<Backup> kept(List<Backup> all, Instant now) {
        List<Backup> daily = all.stream().filter(one -> one.before().isEmpty()).toList();
        Set<YearMonth> months = new HashSet<>();
        YearMonth first = month(now).minusMonths(MONTHS - 1);
        Stream<Backup> monthly =
                daily.stream()
                        .filter(one -> !month(one.made()).isBefore(first))
                        .filter(one -> months.add(month(one.made())));
        Stream<Backup> before = all.stream().filter(one -> one.before().isPresent()).limit(BEFORE);
        return Stream.of(daily.stream().limit(NEWEST), monthly, before)
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    /** What killed processes left unfinished. */
    private static void dropParts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (PartName.isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Path part(Path target) throws IOException {
        Path part = PartName.of(target);
        Files.deleteIfExists(part);
        return part;
    }

    private static Path log(Path database) {
        return beside(database, "-wal");
    }

    private static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    private Path folder() {
        return dataFolder.resolve("backups");
    }
}
