package auralis.library.scan;

import static auralis.library.track.Presence.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Progress;
import auralis.library.track.Presence;
import auralis.library.track.Root;
import auralis.library.track.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelocatorTest extends ScanFixture {
    @Test
    void aMovedLibraryKeepsItsTracks() throws Exception {
        sound("a/one.wav", 1);
        sound("a/two.wav", 2);
        sound("lost.wav", 3);
        add(music);
        long one = track("a/one.wav").id();
        database.tracks().setFavourite(List.of(one), true);
        Path now = temporary.resolve("disk/songs");
        Files.createDirectories(now.getParent());
        Files.move(music, now);
        Files.delete(now.resolve("lost.wav"));
        Sounds.write(now.resolve("new.wav"), 4);
        rescan();
        assertThat(scans.count(music, now)).isEqualTo(new Relocation(2, 1));
        assertThat(tracks()).containsEntry("a/one.wav", OFFLINE);

        assertThat(scans.relocate(music, now, Progress.NONE)).isEqualTo(new Relocation(2, 1));
        Track found = database.tracks().find(now.resolve("a/one.wav")).orElseThrow();
        assertThat(found.id()).isEqualTo(one);
        assertThat(found.presence()).isEqualTo(Presence.PRESENT);
        assertThat(found.listened().favourite()).isTrue();
        assertThat(track("lost.wav").presence()).isEqualTo(OFFLINE);
        assertThat(database.tracks().find(now.resolve("new.wav"))).isPresent();
        assertThat(scans.roots()).extracting(Root::folder).containsExactly(now);
    }

    @Test
    void anotherFileInThatPlaceIsNotTaken() throws Exception {
        sound("one.wav", 1);
        add(music);
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.write(other.resolve("one.wav"), new byte[10]);
        assertThat(scans.relocate(music, other, Progress.NONE)).isEqualTo(new Relocation(0, 1));
        assertThat(scans.roots()).extracting(Root::folder).containsExactly(music);
        assertThat(tracks()).containsEntry("one.wav", Presence.PRESENT);
    }
}
