package auralis.library.scan;

import static auralis.library.track.Presence.MISSING;
import static auralis.library.track.Presence.OFFLINE;
import static auralis.library.track.Presence.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.media.ContentSignature;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FolderWatcherTest extends ScanFixture {
    private static final Duration SETTLE = Duration.ofMillis(100);
    private static final FolderWatcher.Times QUICK =
            new FolderWatcher.Times(SETTLE, Duration.ofMillis(20), Duration.ofMillis(50), SETTLE);

    private final BlockingQueue<LibraryEvent> queue = new LinkedBlockingQueue<>();
    private FolderWatcher watcher;

    @BeforeEach
    void watch() throws Exception {
        events.listen(queue::add);
        sound("a/one.wav", 1);
        add(music);
        watcher = new FolderWatcher(scans, QUICK);
        watcher.start();
        waitFor(() -> watcher.isWatching(music));
    }

    @AfterEach
    void end() {
        watcher.close();
    }

    @Test
    void aFileThatIsCopiedSlowlyAppearsOnceAndComplete() throws Exception {
        Path file = music.resolve("a/slow.wav");
        byte[] content = Sounds.wav(2);
        Files.createFile(file);
        for (int from = 0; from < content.length; from += 100) {
            byte[] part = Arrays.copyOfRange(content, from, Math.min(content.length, from + 100));
            Files.write(file, part, StandardOpenOption.APPEND);
        }
        waitFor(() -> tracks().size() == 2);
        assertThat(database.tracks().files(file))
                .extracting(known -> known.content().orElseThrow())
                .containsExactly(ContentSignature.of(file));
        assertThat(added()).filteredOn(track -> track.file().equals(file)).hasSize(1);
    }

    @Test
    void aNewFolderIsScannedWithAllThatIsInIt() throws Exception {
        Path staged = Sounds.write(temporary.resolve("staged/deep/two.wav"), 2);
        Files.move(staged.getParent().getParent(), music.resolve("new"));
        waitForTracks(Map.of("a/one.wav", PRESENT, "new/deep/two.wav", PRESENT));
        sound("new/deep/three.wav", 3);
        waitFor(() -> tracks().containsKey("new/deep/three.wav"));
    }

    @Test
    void aRenamedFileStaysTheSameTrack() throws Exception {
        long id = track("a/one.wav").id();
        Files.move(music.resolve("a/one.wav"), music.resolve("renamed.wav"));
        waitForTracks(Map.of("renamed.wav", PRESENT));
        assertThat(track("renamed.wav").id()).isEqualTo(id);
    }

    @Test
    void aDeletedFileIsMissing() throws Exception {
        sound("two.wav", 2);
        waitFor(() -> tracks().size() == 2);
        Files.delete(music.resolve("two.wav"));
        waitForTracks(Map.of("a/one.wav", PRESENT, "two.wav", MISSING));
    }

    @Test
    void aRootThatGoesAndComesBackIsNoticed() throws Exception {
        Path away = temporary.resolve("away");
        Files.move(music, away);
        waitForTracks(Map.of("a/one.wav", OFFLINE));
        Sounds.write(away.resolve("new.wav"), 2);
        Files.move(away, music);
        waitForTracks(Map.of("a/one.wav", PRESENT, "new.wav", PRESENT));
    }

    private void waitForTracks(Map<String, Presence> wanted) throws Exception {
        waitFor(() -> tracks().equals(wanted));
    }

    /** Looks again whenever something was told, or a little later. */
    private void waitFor(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            queue.poll(50, TimeUnit.MILLISECONDS);
        }
    }

    private List<Track> added() throws IOException {
        return told.stream()
                .filter(LibraryEvent.TracksAdded.class::isInstance)
                .flatMap(event -> ((LibraryEvent.TracksAdded) event).tracks().stream())
                .toList();
    }
}
