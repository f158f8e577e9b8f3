package auralis.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.MasteringSettings;
import auralis.library.backup.Backup;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost: backups, restore, and a library that cannot be written. */
class LibrarySafetyTest {
    private static final StreamFormat FORMAT = StreamFormat.mono(44_100);

    @TempDir Path folder;

    @Test
    void theEndOfASessionMakesABackupOnlyWhenSomethingChanged() throws Exception {
        try (Library library = library()) {
            library.add(List.of(tone("a")), Progress.NONE);
        }
        List<Backup> first = backups().list();
        assertThat(first).hasSize(1);
        library().close();
        assertThat(backups().list()).isEqualTo(first);
    }

    @Test
    void whoLeavesInHasteGetsTheBackupTheNextTime() throws Exception {
        try (Library library = library()) {
            library.add(List.of(tone("a")), Progress.NONE);
            library.upkeep().postponeBackup();
        }
        assertThat(backups().list()).isEmpty();
        library().close();
        assertThat(backups().list()).hasSize(1);
    }

    @Test
    void aBackupBringsBackWhatWasLost() throws Exception {
        Backup backup;
        try (Library library = library()) {
            library.add(List.of(tone("a")), Progress.NONE);
            library.setFavourite(List.of(1L), true);
            backup = library.upkeep().backUp();
            library.remove(List.of(1L));
            assertThatThrownBy(() -> backups().restore(backup.file(), Database::verify))
                    .hasMessageContaining("is in use");
        }
        Backup aside = backups().restore(backup.file(), Database::verify).orElseThrow();
        try (Library library = library()) {
            assertThat(library.tracks()).hasSize(1);
            assertThat(library.tracks().get(0).listened().favourite()).isTrue();
        }
        backups().restore(aside.file(), Database::verify);
        try (Library library = library()) {
            assertThat(library.tracks()).isEmpty();
        }
    }

    @Test
    void onlyALibraryIsRestored() throws Exception {
        library().close();
        Path text = Files.writeString(folder.resolve("text.db"), "no database ".repeat(500));
        assertThatThrownBy(() -> backups().restore(text, Database::verify))
                .hasMessageContaining("It is no library, or damaged");
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
            connection.createStatement().execute("CREATE TABLE recipe (name TEXT)");
        }
        assertThatThrownBy(() -> backups().restore(other, Database::verify))
                .hasMessageContaining("no library of Auralis");
    }

    @Test
    void aLibraryThatCannotBeWrittenStillMeasuresAndPlans() throws Exception {
        Path song = tone("a");
        try (Library library = library()) {
            library.add(List.of(song), Progress.NONE);
            library.settings().put("window", "1");
        }
        try (Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + data().resolve(Backups.DATABASE))) {
            connection.createStatement().execute("PRAGMA user_version = 999");
        }
        try (Library library = library()) {
            assertThat(library.readOnly().orElseThrow()).contains("newer Auralis");
            assertThat(library.tracks()).hasSize(1);
            TrackAnalysis analysis = library.analysis(song, Progress.NONE);
            library.plan(song, analysis, MasteringSettings.ADAPTIVE, 44_100, Progress.NONE);
            assertThat(library.settings().get("window")).contains("1");
            library.settings().put("window", "2");
            assertThat(library.settings().get("window")).contains("2");
            library.measuring().start();
            assertThatThrownBy(() -> library.setFavourite(List.of(1L), true))
                    .hasMessage(library.readOnly().get());
        }
        assertThat(data().resolve("fingerprints")).doesNotExist();
        try (Library library = library()) {
            assertThat(library.settings().get("window")).contains("1");
        }
    }

    private Library library() throws IOException {
        return new Library(Database.open(data().resolve(Backups.DATABASE)), data());
    }

    private Backups backups() {
        return new Backups(data());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path tone(String name) throws IOException {
        Path file = folder.resolve(name + ".wav");
        AudioBlock block = new AudioBlock(1, 44_100);
        for (int i = 0; i < 44_100; i++) {
            block.plane(0)[i] = (float) (0.1 * Math.sin(0.05 * i));
        }
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }
}
