package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import auralis.library.QuietProgress;
import auralis.library.db.Database;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An album goes on without a file that is broken or does not fit. */
class AlbumPlanTest {
    private static final OutputFormat AS_SOURCE = OutputFormat.AS_SOURCE;

    @TempDir Path folder;
    private Library library;
    private Path first;
    private Path last;

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("data");
        library = new Library(Database.open(data.resolve("auralis.db")), data);
        first = Music.write(folder.resolve("music").resolve("1.wav"), 1.5);
        last = Music.write(folder.resolve("music").resolve("9.wav"), 2);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    /** It opens, and ends early. */
    private Path broken() throws IOException {
        Path file = folder.resolve("music").resolve("broken.flac");
        copy(first, file, Music.FORMAT, new Encoding.Flac(16));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        return file;
    }

    private static Path copy(Path from, Path to, StreamFormat format, Encoding encoding)
            throws IOException {
        AudioBlock all = Music.read(from);
        AudioBlock block = new AudioBlock(format.channels(), all.frames());
        for (int c = 0; c < format.channels(); c++) {
            for (int i = 0; i < all.frames(); i++) {
                block.plane(c)[i] = Math.round(all.plane(c)[i] * 32_768) / 32_768f;
            }
        }
        try (AudioSink sink = Media.create(to, format, encoding)) {
            sink.write(block);
            sink.commit();
        }
        return to;
    }

    private AlbumPlan plan(List<Path> files, OutputFormat output) throws Exception {
        return AlbumPlan.of(library, files, MasteringSettings.ADAPTIVE, output, Progress.NONE);
    }

    @Test
    void aFileThatBreaksOrDoesNotFitIsLeftOut() throws Exception {
        Path music = folder.resolve("music");
        Path broken = broken();
        Path gone = music.resolve("gone.wav");
        Path faster =
                copy(
                        first,
                        music.resolve("faster.wav"),
                        StreamFormat.stereo(48_000),
                        new Encoding.Wav(16));
        Path mono =
                copy(
                        first,
                        music.resolve("mono.wav"),
                        StreamFormat.mono(44_100),
                        new Encoding.Wav(16));
        AlbumPlan whole = plan(List.of(first, last), AS_SOURCE);
        AlbumPlan plan = plan(List.of(faster, first, broken, gone, mono, last), AS_SOURCE);
        assertThat(plan.plan(first)).isEqualTo(whole.plan(first));
        assertThat(plan.plan(last)).isEqualTo(whole.plan(last));
        assertThat(plan.before(first)).isEmpty();
        assertThat(plan.before(last)).contains(first);
        assertThatThrownBy(() -> plan.plan(broken))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("broken.flac: ");
        assertThatThrownBy(() -> plan.plan(gone))
                .hasMessageStartingWith("gone.wav: it is not there");
        assertThatThrownBy(() -> plan.plan(faster))
                .hasMessage(
                        "faster.wav: it has 48000 Hz, the album 44100 Hz."
                                + " Choose one sample rate for all (--sample-rate 44100).");
        assertThatThrownBy(() -> plan.plan(mono))
                .hasMessage("mono.wav: it is mono, the album is stereo. Master it by itself.");
        OutputFormat one =
                new OutputFormat(
                        OutputFormat.Container.WAV, OptionalInt.of(24), OptionalInt.of(44_100));
        assertThat(plan(List.of(faster, first), one).plan(faster).isNeutral()).isFalse();
    }

    @Test
    void nothingIsPlannedWhereNoFileIsLeft() throws Exception {
        Path broken = broken();
        AlbumPlan plan = plan(List.of(broken), AS_SOURCE);
        assertThatThrownBy(() -> plan.plan(broken)).hasMessageStartingWith("broken.flac: ");
    }

    @Test
    void theOneThatHasTheAlbumPlannedCountsThat() throws Exception {
        List<Path> album = List.of(first, last);
        AlbumPlans albums = new AlbumPlans(library);
        List<Double> shares = new ArrayList<>();
        for (Path file : album) {
            Counting progress = new Counting();
            ExportRequest request =
                    new ExportRequest(
                            file,
                            folder.resolve("out"),
                            Presets.factory().get(0),
                            AS_SOURCE,
                            NameTemplate.SOURCE_NAME,
                            OverwritePolicy.FAIL);
            new Exporter(library, List::of)
                    .export(
                            new ExportOrder(request, Optional.empty(), album),
                            albums,
                            progress,
                            result -> {});
            shares.add((double) progress.done / progress.total);
            assertThat(progress.most).isLessThan(1.01);
        }
        assertThat(shares).allSatisfy(share -> assertThat(share).isCloseTo(1, within(0.01)));
    }

    /** How far it was told to be. */
    private static final class Counting extends QuietProgress {
        private long total;
        private long done;
        private double most;

        @Override
        public void total(long units) {
            total = units;
        }

        @Override
        public void advance(long units) {
            done += units;
            most = Math.max(most, (double) done / total);
        }

        @Override
        public void checkpoint() {}
    }

    @Test
    void onlyTheBrokenFileOfAnAlbumFails() throws Exception {
        Path broken = broken();
        List<Path> album = List.of(first, broken, last);
        Exporter exporter = new Exporter(library, List::of);
        AlbumPlans albums = new AlbumPlans(library);
        for (Path file : album) {
            ExportRequest request =
                    new ExportRequest(
                            file,
                            folder.resolve("out"),
                            Presets.factory().get(0),
                            AS_SOURCE,
                            NameTemplate.SOURCE_NAME,
                            OverwritePolicy.FAIL);
            ExportOrder order = new ExportOrder(request, Optional.empty(), album);
            if (file.equals(broken)) {
                assertThatThrownBy(
                                () -> exporter.export(order, albums, Progress.NONE, result -> {}))
                        .hasMessageStartingWith("broken.flac: ");
            } else {
                assertThat(exporter.export(order, albums, Progress.NONE, result -> {}).output())
                        .hasValueSatisfying(output -> assertThat(output).exists());
            }
        }
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**broken*");
    }
}
