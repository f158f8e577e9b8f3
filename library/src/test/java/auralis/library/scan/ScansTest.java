package auralis.library.scan;

import static auralis.library.track.Presence.MISSING;
import static auralis.library.track.Presence.OFFLINE;
import static auralis.library.track.Presence.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import auralis.library.media.ContentSignature;
import auralis.library.track.Activity;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Root;
import auralis.library.track.ScanProblem;
import auralis.library.track.Track;
import auralis.library.track.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ScansTest extends ScanFixture {
    @Test
    void aFolderBecomesARootAndItsFilesTracksWithTheirLength() throws Exception {
        sound("a/one.wav", 1);
        sound("b/two.wav", 2);
        Files.writeString(music.resolve("b/notes.txt"), "no sound");
        sound(".hidden/three.wav", 3);
        sound(".four.wav.123.part", 4);
        ScanReport report = add(music);
        assertThat(tracks()).isEqualTo(Map.of("a/one.wav", PRESENT, "b/two.wav", PRESENT));
        assertThat(report.found()).isEqualTo(2);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.problems()).isEmpty();
        assertThat(track("a/one.wav").seconds()).hasValue(0.1);
        assertThat(track("a/one.wav").stream().codec()).contains("wav");
        assertThat(scans.roots()).extracting(Root::folder).containsExactly(music);
        assertThat(fresh).hasSize(2);
        assertThat(activities().get(activities().size() - 1))
                .matches(last -> last.state() == Activity.State.ENDED && last.done() == 2);
    }

    @Test
    void whatDidNotChangeIsNotOpenedAgain() throws Exception {
        sound("one.wav", 1);
        add(music);
        try (Scans blind =
                scans(
                        (file, root) -> {
                            throw new AssertionError(file);
                        },
                        Duration.ofSeconds(30))) {
            ScanReport report = blind.rescan(Progress.NONE);
            assertThat(report.found()).isEqualTo(1);
            assertThat(report.changed() + report.added()).isZero();
            assertThat(report.problems()).isEmpty();
        }
    }

    @Test
    void aSingleFileIsAddedWithoutARoot() throws Exception {
        add(sound("one.wav", 1));
        sound("two.wav", 2);
        rescan();
        assertThat(tracks()).containsOnlyKeys("one.wav");
        assertThat(scans.roots()).isEmpty();
    }

    @Test
    void aParentSwallowsItsRootsAndAFolderInsideARootIsNone() throws Exception {
        sound("a/one.wav", 1);
        add(music.resolve("a"));
        long id = track("a/one.wav").id();
        add(music);
        add(music.resolve("a"));
        assertThat(scans.roots()).extracting(Root::folder).containsExactly(music);
        assertThat(track("a/one.wav").id()).isEqualTo(id);
        assertThat(database.tracks().files().get(0).root()).hasValue(scans.roots().get(0).id());
    }

    @Test
    void changedContentIsReadAgainAndTouchedContentKeepsWhatIsKnown() throws Exception {
        Path one = sound("one.wav", 1);
        Path two = sound("two.wav", 2);
        add(music);
        fresh.clear();
        touch(Sounds.write(one, 11), 1000);
        touch(two, 1000);
        ScanReport report = rescan();
        assertThat(report.changed()).isEqualTo(1);
        assertThat(database.tracks().files(one))
                .extracting(file -> file.content().orElseThrow())
                .containsExactly(ContentSignature.of(one));
        assertThat(fresh).extracting(Track::file).contains(one);
        assertThat(rescan().changed()).isZero();
    }

    @Test
    void aMovedFileStaysTheSameTrack() throws Exception {
        Path old = sound("a/one.wav", 1);
        sound("two.wav", 2);
        add(music);
        long id = track("a/one.wav").id();
        database.tracks().setFavourite(List.of(id), true);
        long list = database.playlists().create("best", Optional.empty()).id();
        database.playlists().setTracks(list, List.of(id));
        Files.createDirectories(music.resolve("z"));
        Files.move(old, music.resolve("z/renamed.wav"));
        ScanReport report = rescan();
        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.added() + report.missing()).isZero();
        assertThat(track("z/renamed.wav").id()).isEqualTo(id);
        assertThat(track("z/renamed.wav").listened().favourite()).isTrue();
        assertThat(database.playlists().tracks(list)).containsExactly(id);
        assertThat(tracks()).containsOnlyKeys("z/renamed.wav", "two.wav");
    }

    @Test
    void ofSeveralOfOneContentTheOneOfTheSameNameWasMoved() throws Exception {
        for (String name : List.of("b.wav", "a.wav", "c.wav")) {
            sound("old/" + name, 7);
        }
        add(music);
        long a = track("old/a.wav").id();
        long b = track("old/b.wav").id();
        long c = track("old/c.wav").id();
        Files.move(music.resolve("old"), music.resolve("new"));
        Files.move(music.resolve("new/c.wav"), music.resolve("new/0.wav"));
        assertThat(rescan().moved()).isEqualTo(3);
        assertThat(track("new/a.wav").id()).isEqualTo(a);
        assertThat(track("new/b.wav").id()).isEqualTo(b);
        assertThat(track("new/0.wav").id()).isEqualTo(c);
    }

    @Test
    void aCopyIsATrackOfItsOwn() throws Exception {
        Path one = sound("one.wav", 1);
        add(music);
        long id = track("one.wav").id();
        Files.copy(one, music.resolve("copy.wav"));
        ScanReport report = rescan();
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.moved()).isZero();
        assertThat(track("one.wav").id()).isEqualTo(id);
        assertThat(track("copy.wav").id()).isNotEqualTo(id);
    }

    @Test
    void aGoneFileIsMissingUntilItIsBack() throws Exception {
        Path one = sound("one.wav", 1);
        sound("two.wav", 2);
        add(music);
        byte[] content = Files.readAllBytes(one);
        Files.delete(one);
        assertThat(rescan().missing()).isEqualTo(1);
        assertThat(tracks()).isEqualTo(Map.of("one.wav", MISSING, "two.wav", PRESENT));
        assertThat(rescan().missing()).isZero();
        Files.write(one, content);
        rescan();
        assertThat(tracks()).isEqualTo(Map.of("one.wav", PRESENT, "two.wav", PRESENT));
    }

    @Test
    void aRootThatCannotBeReachedIsOfflineAndComesBack() throws Exception {
        sound("one.wav", 1);
        add(music);
        long id = track("one.wav").id();
        Path away = temporary.resolve("away");
        Files.move(music, away);
        ScanReport report = rescan();
        assertThat(report.offlineRoots()).extracting(Root::folder).containsExactly(music);
        assertThat(report.missing()).isZero();
        assertThat(tracks()).isEqualTo(Map.of("one.wav", OFFLINE));
        assertThat(scans.roots().get(0).online()).isFalse();
        Files.move(away, music);
        rescan();
        assertThat(tracks()).isEqualTo(Map.of("one.wav", PRESENT));
        assertThat(scans.roots().get(0).online()).isTrue();
        assertThat(track("one.wav").id()).isEqualTo(id);
    }

    @Test
    void anEmptyRootIsAMountPointWithoutItsDisk() throws Exception {
        Path one = sound("one.wav", 1);
        add(music);
        Files.delete(one);
        assertThat(rescan().offlineRoots()).hasSize(1);
        assertThat(tracks()).isEqualTo(Map.of("one.wav", OFFLINE));
    }

    @Test
    void aRenamedRootThatIsAddedAgainKeepsItsTracks() throws Exception {
        sound("one.wav", 1);
        add(music);
        long id = track("one.wav").id();
        Path renamed = Files.move(music, temporary.resolve("renamed"));
        rescan();
        assertThat(add(renamed).moved()).isEqualTo(1);
        assertThat(database.tracks().find(renamed.resolve("one.wav")).orElseThrow().id())
                .isEqualTo(id);
    }

    @Test
    void removedTracksStayOutUntilTheyAreAddedAgain() throws Exception {
        Path one = sound("one.wav", 1);
        sound("two.wav", 2);
        add(music);
        long id = track("one.wav").id();
        database.tracks().remove(List.of(id));
        rescan();
        Files.move(one, music.resolve("moved.wav"));
        rescan();
        assertThat(tracks()).containsOnlyKeys("two.wav");
        ScanReport report = add(music.resolve("moved.wav"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(track("moved.wav").id()).isEqualTo(id);
    }

    @Test
    void mastersAreNoTracks() throws Exception {
        sound("one.wav", 1);
        add(music);
        Path master = sound("one (master).wav", 2);
        database.versions()
                .add(
                        new Version(
                                0,
                                track("one.wav").id(),
                                master,
                                "{}",
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Instant.EPOCH));
        rescan();
        assertThat(tracks()).containsOnlyKeys("one.wav");
    }

    @Test
    void whatCannotBeUsedIsNamedAndForgottenWhenItIsGone() throws Exception {
        sound("good.wav", 1);
        Path empty = Files.createFile(music.resolve("empty.mp3"));
        Path text = Files.writeString(music.resolve("text.mp3"), "words ".repeat(100));
        ScanReport report = add(music, music.resolve("nowhere.wav"));
        assertThat(tracks()).containsOnlyKeys("good.wav");
        assertThat(report.problems())
                .extracting(ScanProblem::path)
                .contains(empty, text, music.resolve("nowhere.wav"));
        assertThat(scans.problems())
                .anySatisfy(
                        problem ->
                                assertThat(problem.reason())
                                        .isEqualTo(
                                                "empty.mp3: the file is empty. Copy it again from"
                                                        + " where it came from."));
        Files.delete(empty);
        Files.delete(text);
        rescan();
        assertThat(scans.problems()).isEmpty();
    }

    @Test
    void aNamedFileThatIsNoSoundIsATrackWithItsSentence() throws Exception {
        add(Files.writeString(music.resolve("text.txt"), "words ".repeat(100)));
        assertThat(track("text.txt").state()).isEqualTo(Track.State.FAILED);
        assertThat(track("text.txt").problem())
                .contains("text.txt: it is text, not sound. Choose a file of sound.");
    }

    @Test
    void aFileThatDoesNotAnswerStopsNothing() throws Exception {
        Path hanging = sound("a.wav", 1);
        sound("b.wav", 2);
        CountDownLatch never = new CountDownLatch(1);
        Look look =
                (file, root) -> {
                    if (file.equals(hanging)) {
                        awaitQuietly(never);
                    }
                    return FileLook.at(file, root);
                };
        try (Scans patient = scans(look, Duration.ofMillis(200))) {
            ScanReport report = patient.add(List.of(music), Progress.NONE);
            assertThat(tracks()).containsOnlyKeys("b.wav");
            assertThat(report.problems()).extracting(ScanProblem::path).containsExactly(hanging);
        } finally {
            never.countDown();
        }
    }

    @Test
    void aCancelledScanLeavesWhatItStoredAndASoundDatabase() throws Exception {
        for (int i = 0; i < 600; i++) {
            sound(i % 10 + "/" + i + ".wav", i);
        }
        Thread scanning = Thread.currentThread();
        Runnable stop =
                events.listen(
                        event -> {
                            if (event instanceof LibraryEvent.TracksAdded) {
                                scanning.interrupt();
                            }
                        });
        assertThatThrownBy(() -> add(music)).isInstanceOf(InterruptedException.class);
        stop.run();
        int stored = tracks().size();
        assertThat(stored).isPositive();
        assertThat(database.check().isSound()).isTrue();
        add(music);
        assertThat(tracks()).hasSize(600);
        assertThat(addedIds()).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void aSecondProcessIsTold() throws Exception {
        ScanLock other = ScanLock.take(data());
        assertThatThrownBy(this::rescan)
                .isInstanceOf(ScanBusyException.class)
                .hasMessageStartingWith("Another Auralis is scanning this library");
        other.close();
        rescan();
    }

    @Test
    void aPartOfARootIsScannedAlone() throws Exception {
        sound("a/one.wav", 1);
        Path two = sound("b/two.wav", 2);
        add(music);
        sound("a/new.wav", 3);
        sound("b/new.wav", 4);
        Files.delete(two);
        scans.scan(List.of(music.resolve("a")), Progress.NONE);
        assertThat(tracks())
                .isEqualTo(
                        Map.of("a/one.wav", PRESENT, "a/new.wav", PRESENT, "b/two.wav", PRESENT));
        scans.scan(List.of(two, temporary.resolve("elsewhere")), Progress.NONE);
        assertThat(tracks()).containsEntry("b/two.wav", MISSING).doesNotContainKey("b/new.wav");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Activity> activities() {
        return told.stream()
                .filter(LibraryEvent.ActivityChanged.class::isInstance)
                .map(event -> ((LibraryEvent.ActivityChanged) event).activity())
                .toList();
    }

    private List<Long> addedIds() {
        return told.stream()
                .filter(LibraryEvent.TracksAdded.class::isInstance)
                .flatMap(event -> ((LibraryEvent.TracksAdded) event).tracks().stream())
                .map(Track::id)
                .toList();
    }
}
