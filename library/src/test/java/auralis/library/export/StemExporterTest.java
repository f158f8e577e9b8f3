package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.StemOrder.StemFile;
import auralis.library.export.StemRequest.Clipping;
import auralis.library.export.StemRequest.Rest;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.Tags;
import auralis.library.preset.Presets;
import auralis.library.separate.SeparationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StemExporterTest {
    private static final OutputFormat FLOAT_WAV =
            new OutputFormat(OutputFormat.Container.WAV, OptionalInt.of(32), OptionalInt.empty());
    private static final OutputFormat FLAC =
            new OutputFormat(OutputFormat.Container.FLAC, OptionalInt.of(24), OptionalInt.empty());
    private static final SeparationSettings CLASSIC = SeparationSettings.CLASSIC;

    @TempDir private Path folder;
    private Library library;
    private Path source;
    private Path out;
    private StemExporter exporter;

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("data");
        library = new Library(Database.open(data.resolve("auralis.db")), data);
        source = Music.write(folder.resolve("music").resolve("song.wav"), 1.5);
        out = folder.resolve("out");
        exporter = new StemExporter(library, List::of);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    private StemRequest request(List<Stem> stems, OutputFormat format) {
        return new StemRequest(
                source,
                out,
                CLASSIC,
                stems,
                Rest.SUBTRACT,
                Clipping.RESCALE_ALL,
                format,
                NameTemplate.SOURCE_NAME,
                OverwritePolicy.NUMBER,
                Optional.empty());
    }

    private StemResult write(Clipping clipping) throws Exception {
        StemRequest whole = request(List.of(Stem.VOCALS, Stem.BASS), FLAC);
        StemRequest request =
                new StemRequest(
                        source,
                        out,
                        CLASSIC,
                        whole.stems(),
                        whole.rest(),
                        clipping,
                        FLAC,
                        whole.name(),
                        OverwritePolicy.NUMBER,
                        Optional.empty());
        StemOrder order =
                ExportPlanner.planStems(List.of(request), List.of(), Progress.NONE).get(0).order();
        return exporter.export(order, Progress.NONE, done -> {});
    }

    private StemOrder order(Stem... stems) {
        List<StemFile> files = new ArrayList<>();
        for (Stem stem : stems) {
            files.add(new StemFile(stem, out.resolve("song." + stem.word() + ".flac")));
        }
        return new StemOrder(request(List.of(stems), FLAC), files);
    }

    @Test
    void stemsBelongToTheirTrackAndSayWhatTheyAre() throws Exception {
        library.add(List.of(source), Progress.NONE);
        StemResult result =
                exporter.export(order(Stem.VOCALS, Stem.BASS), Progress.NONE, done -> {});
        assertThat(result.outputs()).hasSize(2);
        assertThat(result.audioSeconds()).isEqualTo(1.5);
        long track = library.track(source).orElseThrow().id();
        assertThat(library.versions().of(track)).hasSize(2);
        Path bass = out.resolve("song.bass.flac");
        assertThat(Tags.read(bass).fields()).containsEntry("title", "song (Bass)");
        library.add(List.of(out), Progress.NONE);
        assertThat(library.tracks()).as("stems are no tracks of their own").hasSize(1);
    }

    @Test
    void namesAppearOnlyWhenAllFilesAreComplete() {
        assertThatThrownBy(
                        () ->
                                exporter.export(
                                        order(Stem.VOCALS, Stem.DRUMS),
                                        Progress.NONE,
                                        done -> {
                                            assertThat(done.outputs()).hasSize(2);
                                            throw new IOException("no memory of it");
                                        }))
                .hasMessage("no memory of it");
        assertThat(names()).isEmpty();
    }

    @Test
    void aHalfNamedSetIsMadeAnew() throws Exception {
        StemOrder order = order(Stem.VOCALS, Stem.DRUMS);
        StemResult result = exporter.export(order, Progress.NONE, done -> {});
        assertThat(exporter.isDone(order, result)).isTrue();
        Files.delete(out.resolve("song.drums.flac"));
        assertThat(exporter.isDone(order, result)).isFalse();
        exporter.export(order, Progress.NONE, done -> {});
        assertThat(names()).containsExactly("song.drums.flac", "song.vocals.flac");
    }

    @Test
    void stemsMayBeKeptForTheMixerOnly() throws Exception {
        StemOrder order = new StemOrder(StemRequest.kept(source, CLASSIC), List.of());
        assertThat(exporter.export(order, Progress.NONE, done -> {}).isSkipped()).isFalse();
        assertThat(library.separations().find(source, CLASSIC)).isPresent();
        assertThat(out).doesNotExist();
    }

    @Test
    void whatIsTooLoudForItsFormatIsMadeSofterOrToldToBeCutOff() throws Exception {
        AudioBlock loud = Music.read(source);
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < loud.frames(); i++) {
                loud.plane(c)[i] *= 8;
            }
        }
        try (AudioSink sink = Media.create(source, Music.FORMAT, new Encoding.Wav(32))) {
            sink.write(loud);
            sink.commit();
        }
        StemResult softer = write(Clipping.RESCALE_ALL);
        assertThat(softer.gainDb()).isLessThan(-0.1);
        assertThat(softer.warnings()).filteredOn(said -> said.startsWith("All stems")).hasSize(1);
        assertThat(peak(softer)).isCloseTo(Decibels.toGain(-0.1), within(1e-3));
        StemResult cut = write(Clipping.NONE);
        assertThat(cut.gainDb()).isZero();
        assertThat(cut.warnings()).filteredOn(said -> said.contains("is cut off")).hasSize(1);
        assertThat(peak(cut)).isCloseTo(1, within(1e-3));
    }

    private static double peak(StemResult result) throws IOException {
        double peak = 0;
        for (StemResult.Output output : result.outputs()) {
            peak = Math.max(peak, Music.read(output.file()).peak());
        }
        return peak;
    }

    @Test
    void asMuchRoomIsAskedForAsTheFilesNeedAndTheLargestOnceMore() throws Exception {
        List<ExportPlanner.PlannedStems> planned =
                ExportPlanner.planStems(
                        List.of(request(List.of(Stem.VOCALS, Stem.BASS), FLOAT_WAV)),
                        List.of(),
                        Progress.NONE);
        long each = Math.round(1.5 * 44_100) * 2 * 4;
        assertThat(ExportPlanner.stemRoom(planned).get(0).neededBytes()).isEqualTo(3 * each);
    }

    @Test
    void planningNumbersASetAlike() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("song.vocals.flac"), "somebody else's");
        StemOrder planned =
                ExportPlanner.planStems(
                                List.of(request(List.of(Stem.VOCALS, Stem.INSTRUMENTAL), FLAC)),
                                List.of(),
                                Progress.NONE)
                        .get(0)
                        .order();
        assertThat(planned.files())
                .containsExactly(
                        out.resolve("song.vocals (2).flac"),
                        out.resolve("song.instrumental (2).flac"));
    }

    @Test
    void aNeutralMixOfStemsIsMasteredAsTheFileItself() throws Exception {
        Preset untouched =
                new Preset("none", "None", "", MasteringSettings.ADAPTIVE.withIntensity(0));
        Path result = master(untouched, StemMix.neutral(4));
        AudioBlock mix = Music.read(source);
        AudioBlock made = Music.read(result);
        assertThat(made.frames()).isEqualTo(mix.frames());
        for (int i = 0; i < mix.frames(); i++) {
            assertThat(made.plane(1)[i]).isCloseTo(mix.plane(1)[i], within(1e-6f));
        }
    }

    @Test
    void aMixOfStemsIsMasteredToTheLoudnessThatIsWished() throws Exception {
        StemMix noDrums = StemMix.neutral(4).with(1, StemMix.Strip.NEUTRAL.withMute(true));
        Preset preset = Presets.factory().get(0);
        ExportRequest request = request(preset).of(new StemSelection(CLASSIC, noDrums));
        ExportResult result = new Exporter(library, List.of(source)).export(request, Progress.NONE);
        double target = preset.settings().loudness().targetLufs();
        assertThat(result.before().orElseThrow().integratedLufs().orElseThrow())
                .isLessThan(
                        library.analysis(source, Progress.NONE)
                                .loudness()
                                .integratedLufs()
                                .orElseThrow());
        assertThat(result.after().orElseThrow().integratedLufs().orElseThrow())
                .isBetween(target - 3, target + 0.2);
    }

    private Path master(Preset preset, StemMix mix) throws Exception {
        ExportRequest request = request(preset).of(new StemSelection(CLASSIC, mix));
        return new Exporter(library, List.of(source))
                .export(request, Progress.NONE)
                .output()
                .orElseThrow();
    }

    private ExportRequest request(Preset preset) {
        return new ExportRequest(
                source,
                out,
                preset,
                FLOAT_WAV,
                new NameTemplate("{name} (stem mix)"),
                OverwritePolicy.NUMBER);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
