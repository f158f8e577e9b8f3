package auralis.library.scan;

import auralis.dsp.Progress;
import auralis.library.db.Database;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A library on a real database, and a folder of music. */
abstract class ScanFixture {
    @TempDir Path temporary;

    Path music;
    Database database;
    Scans scans;
    final LibraryEvents events = new LibraryEvents();
    final List<LibraryEvent> told = new CopyOnWriteArrayList<>();
    final List<Track> fresh = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        temporary = temporary.toRealPath();
        music = Files.createDirectory(temporary.resolve("music"));
        database = Database.open(data().resolve("auralis.db"));
        events.listen(told::add);
        scans = new Scans(database, events, data(), fresh::addAll);
    }

    @AfterEach
    void close() throws IOException {
        scans.close();
        database.close();
    }

    Path data() {
        return temporary.resolve("data");
    }

    Scans scans(Look look, Duration patience) throws IOException {
        return new Scans(database, events, data(), fresh::addAll, look, patience);
    }

    Path sound(String name, int number) throws IOException {
        return Sounds.write(music.resolve(name), number);
    }

    ScanReport add(Path... paths) throws IOException, InterruptedException {
        return scans.add(List.of(paths), Progress.NONE);
    }

    ScanReport rescan() throws IOException, InterruptedException {
        return scans.rescan(Progress.NONE);
    }

    Track track(String name) throws IOException {
        return database.tracks().find(music.resolve(name)).orElseThrow();
    }

    /** Presence by the path in the folder of music. */
    Map<String, Presence> tracks() throws IOException {
        return database.tracks().all().stream()
                .collect(
                        Collectors.toMap(
                                track -> music.relativize(track.file()).toString(),
                                Track::presence));
    }

    /** As another program would: a time of its own, however coarse the clock of the disk. */
    static void touch(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.ofEpochSecond(seconds)));
    }
}
