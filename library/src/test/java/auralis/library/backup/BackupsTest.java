package auralis.library.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of backups; what is in them is of no concern here. */
class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Backups.Check ANY = copy -> {};

    @TempDir Path folder;
    private Path database;
    private Backups backups;

    @BeforeEach
    void aDatabase() throws IOException {
        database = folder.resolve(Backups.DATABASE);
        Files.writeString(database, "now");
        backups = new Backups(folder, () -> NOW);
    }

    @Test
    void theNewestAndOneOfEachMonthAreKept() {
        List<Backup> all = new ArrayList<>();
        for (int day = 0; day < 1000; day++) {
            all.add(backup(NOW.minus(Duration.ofDays(day)), Optional.empty()));
        }
        List<Backup> kept = Backups.kept(all, NOW);
        assertThat(kept).hasSize(5 + 10);
        assertThat(kept).startsWith(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4));
        assertThat(kept.get(kept.size() - 1).made()).isEqualTo("2025-04-30T12:00:00Z");
    }

    @Test
    void threeOfThoseBeforeSomethingAreKept() {
        List<Backup> all = new ArrayList<>();
        for (int day = 0; day < 9; day++) {
            all.add(backup(NOW.minus(Duration.ofDays(day)), Optional.of("restore")));
        }
        assertThat(Backups.kept(all, NOW)).isEqualTo(all.subList(0, 3));
    }

    private Backup backup(Instant made, Optional<String> before) {
        return new Backup(folder.resolve(BackupName.of(made, before)), made, 1, before);
    }

    @Test
    void aBackupIsNamedAndFound() throws IOException {
        Backup made = backups.createBefore("schema-9", copy -> Files.writeString(copy, "old"));
        assertThat(made.file())
                .isEqualTo(
                        folder.resolve("backups/auralis-before-schema-9-2026-03-01T12-00-00Z.db"));
        assertThat(made.before()).contains("schema-9");
        assertThat(made.made()).isEqualTo(NOW);
        assertThat(backups.list()).containsExactly(made);
    }

    @Test
    void aCopyThatFailsLeavesNothing() throws IOException {
        assertThatThrownBy(
                        () ->
                                backups.createBefore(
                                        "x",
                                        copy -> {
                                            Files.writeString(copy, "half");
                                            throw new IOException("the disk is full");
                                        }))
                .hasMessage("the disk is full");
        assertThat(folder.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws IOException {
        Files.createDirectories(folder.resolve("backups"));
        Path left = folder.resolve("backups/.auralis-2026-01-01T00-00-00Z.db.999999999.part");
        Files.writeString(left, "half");
        backups.createBefore("x", copy -> Files.writeString(copy, "whole"));
        assertThat(left).doesNotExist();
    }

    @Test
    void restoringKeepsWhatWasThere() throws IOException {
        Files.writeString(folder.resolve("auralis.db-wal"), "not in the file yet");
        Path backup = file("elsewhere.db", "then");
        Backup old = backups.restore(backup, ANY).orElseThrow();
        assertThat(database).hasContent("then");
        assertThat(folder.resolve("auralis.db-wal")).doesNotExist();
        assertThat(old.file()).hasContent("now");
        assertThat(Path.of(old.file() + "-wal")).hasContent("not in the file yet");
        assertThat(backup).hasContent("then");
        backups.restore(old.file(), copy -> assertThat(Path.of(copy + "-wal")).exists());
        assertThat(database).hasContent("now");
    }

    @Test
    void aBackupThatIsNoneChangesNothing() throws IOException {
        Path backup = file("bad.db", "bad");
        assertThatThrownBy(
                        () ->
                                backups.restore(
                                        backup,
                                        copy -> {
                                            throw new IOException("It is damaged.");
                                        }))
                .hasMessage("It is damaged.");
        assertThatThrownBy(() -> backups.restore(folder.resolve("none.db"), ANY))
                .hasMessageContaining("is not there");
        assertThat(database).hasContent("now");
        assertThat(backups.list()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void aLibraryInUseIsNotExchanged() throws IOException {
        Path backup = file("elsewhere.db", "then");
        FolderLock inUse = FolderLock.shared(folder);
        assertThatThrownBy(() -> backups.restore(backup, ANY)).hasMessageContaining("is in use");
        inUse.close();
        assertThat(database).hasContent("now");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
