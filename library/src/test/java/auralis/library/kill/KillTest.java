package auralis.library.kill;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.library.Library;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.tag.TagEdit;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed and meeting processes, by what they say. Docs/bench/kill does it at random moments. */
class KillTest {
    private static final StreamFormat FORMAT = StreamFormat.mono(8000);
    private static final int TRACKS = 40;

    @TempDir Path folder;
    private Path music;
    private Path data;

    @BeforeEach
    void tracks() throws IOException {
        music = Files.createDirectories(folder.resolve("music"));
        data = folder.resolve("data");
        for (int i = 0; i < TRACKS; i++) {
            tone(music.resolve("tone " + i + ".wav"), 100 + 10 * i);
        }
    }

    @Test
    void aKilledScanIsTakenUpAgain() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        for (int lines : List.of(1, 2, TRACKS / 2)) {
            Process child = Child.start(temporary, "scan", data.toString(), music.toString());
            Child.await(child, lines);
            child.destroyForcibly().waitFor();
            assertThat(Soundness.faults(data)).isEmpty();
            assertThat(temporary).isEmptyDirectory();
        }
        try (Library library = Child.open(data)) {
            library.add(List.of(music), Progress.NONE);
            assertThat(library.tracks()).hasSize(TRACKS);
        }
        assertThat(Soundness.faults(data)).isEmpty();
    }

    @Test
    void aKilledChangeOfTagsLeavesWholeFiles() throws Exception {
        for (Path file : Child.files(music)) {
            Media.retag(file, TagEdit.NONE.with("title", "before"));
        }
        Map<Path, String> before = Sounds.of(music);
        Process child = Child.start("retag", music.toString());
        assertThat(Child.await(child, TRACKS / 2)).isEqualTo(TRACKS / 2);
        child.destroyForcibly().waitFor();
        assertThat(Sounds.faults(music, before)).isEmpty();
    }

    @Test
    void twoProcessesThatScanDoNotDisturbEachOther() throws Exception {
        Process one = Child.start("scan", data.toString(), music.toString());
        Process two = Child.start("scan", data.toString(), music.toString());
        int first = end(one);
        int second = end(two);
        assertThat(List.of(first, second)).contains(0).isSubsetOf(0, Child.BUSY);
        try (Library library = Child.open(data)) {
            assertThat(library.tracks()).hasSize(TRACKS);
        }
        assertThat(Soundness.faults(data)).isEmpty();
    }

    @Test
    void oneProcessScansWhileAnotherWrites() throws Exception {
        Process writing = Child.start("write", data.toString(), "60");
        Child.await(writing, 2);
        Process scanning = Child.start("scan", data.toString(), music.toString());
        assertThat(end(scanning)).isZero();
        assertThat(end(writing)).isZero();
        try (Library library = Child.open(data)) {
            assertThat(library.tracks()).extracting(Track::file).hasSize(TRACKS);
        }
        assertThat(Soundness.faults(data)).isEmpty();
    }

    private static int end(Process child) throws Exception {
        Child.await(child, Integer.MAX_VALUE);
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return child.exitValue();
    }

    private static void tone(Path file, double hertz) throws IOException {
        AudioBlock block = new AudioBlock(1, FORMAT.sampleRate());
        for (int i = 0; i < FORMAT.sampleRate(); i++) {
            block.plane(0)[i] = (float) (0.1 * Math.sin(2 * Math.PI * hertz * i / 8000));
        }
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
    }
}
