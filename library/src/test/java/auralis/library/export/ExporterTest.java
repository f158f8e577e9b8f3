package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Progress;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.QuietProgress;
import auralis.library.db.Database;
import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.MediaSource;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {
    private static final OutputFormat FLOAT_WAV =
            new OutputFormat(OutputFormat.Container.WAV, OptionalInt.of(32), OptionalInt.empty());
    private static final OutputFormat FLAC =
            new OutputFormat(OutputFormat.Container.FLAC, OptionalInt.of(24), OptionalInt.empty());
    private static final OutputFormat MP3 =
            new OutputFormat(OutputFormat.Container.MP3, OptionalInt.empty(), OptionalInt.empty());

    @TempDir Path folder;
    private Library library;
    private Path source;
    private Path out;
    private Exporter exporter;

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("data");
        library = new Library(Database.open(data.resolve("auralis.db")), data);
        source = Music.write(folder.resolve("music").resolve("song.wav"), 1.5);
        out = folder.resolve("out");
        exporter = new Exporter(library, List::of);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    private ExportRequest request(OutputFormat format, OverwritePolicy policy) throws IOException {
        return new ExportRequest(
                source, out, Presets.factory().get(0), format, NameTemplate.SOURCE_NAME, policy);
    }

    private ExportOrder order(OverwritePolicy policy, Path target) throws IOException {
        return new ExportOrder(request(FLAC, policy), Optional.of(target), List.of());
    }

    private ExportResult export(ExportOrder order) throws Exception {
        return export(order, result -> {});
    }

    private ExportResult export(ExportOrder order, Commitment<ExportResult> commitment)
            throws Exception {
        return exporter.export(order, new AlbumPlans(library), Progress.NONE, commitment);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theResultGoesWhereItWasPlannedAndIsToldBeforeItHasItsName() throws Exception {
        Path target = out.resolve("Another name.flac");
        List<ExportResult> told = new ArrayList<>();
        ExportResult result =
                export(
                        order(OverwritePolicy.NUMBER, target),
                        early -> {
                            assertThat(target).doesNotExist();
                            assertThat(names()).hasSize(1);
                            told.add(early);
                        });
        assertThat(result.output()).contains(target);
        assertThat(told).containsExactly(result);
        assertThat(names()).containsExactly("Another name.flac");
        ExportResult kept = Json.read(Json.write(result), ExportResult.class);
        assertThat(kept).isEqualTo(result);
        assertThat(exporter.isDone(order(OverwritePolicy.REPLACE, target), kept)).isTrue();
        Files.writeString(target, "somebody else's");
        assertThat(exporter.isDone(order(OverwritePolicy.REPLACE, target), kept)).isFalse();
    }

    @Test
    void aFileThatAppearsDuringTheAnalysisIsNotReplaced() throws Exception {
        Path target = out.resolve("song.flac");
        Phases appears =
                new Phases(
                        "planning",
                        () -> {
                            Files.createDirectories(out);
                            Files.writeString(target, "somebody else's");
                        });
        ExportResult result =
                exporter.export(
                        order(OverwritePolicy.NUMBER, target),
                        new AlbumPlans(library),
                        appears,
                        early -> {});
        assertThat(target).hasContent("somebody else's");
        assertThat(result.output()).contains(out.resolve("song (2).flac"));
        assertThat(names()).containsExactly("song (2).flac", "song.flac");
    }

    /** Something that happens in the first of its phases. */
    private static final class Phases extends QuietProgress {
        private interface Event {
            void happen() throws IOException;
        }

        private final String when;
        private Event event;

        Phases(String when, Event event) {
            this.when = when;
            this.event = event;
        }

        @Override
        public void phase(String key) {
            if (key.equals(when) && event != null) {
                try {
                    event.happen();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                event = null;
            }
        }

        @Override
        public void checkpoint() {}
    }

    @ParameterizedTest
    @EnumSource(names = {"WAV", "FLAC"})
    void asFastAs192KilohertzFromEndToEnd(OutputFormat.Container container) throws Exception {
        OutputFormat fast =
                new OutputFormat(container, OptionalInt.of(24), OptionalInt.of(192_000));
        ExportResult result = exporter.export(request(fast, OverwritePolicy.FAIL), Progress.NONE);
        try (MediaSource original = Media.open(source);
                MediaSource made = Media.open(result.output().orElseThrow())) {
            assertThat(made.format().sampleRate()).isEqualTo(192_000);
            assertThat(made.media().bitDepth()).hasValue(24);
            double seconds = original.format().seconds(original.frames().orElseThrow());
            assertThat(made.frames().orElseThrow())
                    .isCloseTo(Math.round(192_000 * seconds), within(1L));
        }
        Measurement after = result.after().orElseThrow();
        assertThat(after.truePeakDbtp().orElseThrow()).isLessThan(-0.99);
        ExportResult usual = exporter.export(request(FLAC, OverwritePolicy.NUMBER), Progress.NONE);
        assertThat(after.integratedLufs().orElseThrow())
                .isCloseTo(usual.after().orElseThrow().integratedLufs().orElseThrow(), within(0.1));
    }

    @Test
    void aMasterThatIsMasteredAgainIsTold() throws Exception {
        ExportResult first = export(order(OverwritePolicy.FAIL, out.resolve("song.flac")));
        assertThat(first.warnings()).noneMatch(line -> line.contains("master of Auralis"));
        ExportRequest again =
                new ExportRequest(
                        first.output().orElseThrow(),
                        out,
                        Presets.factory().get(0),
                        FLAC,
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.NUMBER);
        assertThat(exporter.export(again, Progress.NONE).warnings())
                .anyMatch(line -> line.contains("master of Auralis"));
    }

    @Test
    void aNameThatWasTakenMeanwhileIsChosenAnewByThePolicy() throws Exception {
        Path target = out.resolve("song.flac");
        Files.createDirectories(out);
        Files.writeString(target, "somebody else's");
        assertThat(export(order(OverwritePolicy.NUMBER, target)).output())
                .contains(out.resolve("song (2).flac"));
        assertThat(target).hasContent("somebody else's");
        assertThat(export(order(OverwritePolicy.SKIP, target)).output()).isEmpty();
        assertThatThrownBy(() -> export(order(OverwritePolicy.FAIL, target)))
                .hasMessageStartingWith("song.flac: there is a file of this name already");
        Exporter beside =
                new Exporter(library, () -> List.of(target, out.resolve("song (3).flac")));
        ExportResult numbered =
                beside.export(
                        order(OverwritePolicy.NUMBER, target),
                        new AlbumPlans(library),
                        Progress.NONE,
                        result -> {});
        assertThat(numbered.output()).contains(out.resolve("song (4).flac"));
        assertThat(export(order(OverwritePolicy.REPLACE, target)).output()).contains(target);
        assertThat(names()).containsExactly("song (2).flac", "song (4).flac", "song.flac");
    }

    @Test
    void whatAKilledAttemptLeftGoesAwayAndTheResultHasTheSameBytes() throws Exception {
        Path target = out.resolve("song.flac");
        byte[] first =
                Files.readAllBytes(
                        export(order(OverwritePolicy.FAIL, target)).output().orElseThrow());
        Files.delete(target);
        Files.writeString(out.resolve(".song.flac.99999999.part"), "half");
        Files.writeString(out.resolve(".song.flac.99999999.second.part"), "half");
        Files.writeString(out.resolve(".song (2).flac.99999999.part"), "half");
        Files.writeString(out.resolve(".other.flac.99999999.part"), "somebody else's");
        export(order(OverwritePolicy.FAIL, target));
        assertThat(names()).containsExactly(".other.flac.99999999.part", "song.flac");
        assertThat(target).hasBinaryContent(first);
    }

    @Test
    void anOrderThatIsGivenUpLeavesNothing() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve(".song.flac.99999999.part"), "half");
        exporter.cleanUp(order(OverwritePolicy.NUMBER, out.resolve("song.flac")));
        assertThat(names()).isEmpty();
        assertThatThrownBy(
                        () ->
                                export(
                                        order(OverwritePolicy.NUMBER, out.resolve("song.flac")),
                                        result -> {
                                            throw new IOException("no room to remember");
                                        }))
                .hasMessage("no room to remember");
        assertThat(names()).isEmpty();
        Files.writeString(out.resolve(".song.flac.99999999.part"), "half");
        Files.delete(source);
        assertThatThrownBy(() -> export(order(OverwritePolicy.NUMBER, out.resolve("song.flac"))))
                .isInstanceOf(MediaException.class)
                .hasMessage("song.wav: it is not there. Look whether it was moved or renamed.");
        assertThat(names()).isEmpty();
    }

    @Test
    void aSourceThatVanishesMeanwhileIsNamedAndLeavesNothing() throws Exception {
        Progress vanishing =
                new QuietProgress() {
                    @Override
                    public void phase(String key) {
                        if (key.equals("planning")) {
                            source.toFile().delete();
                        }
                    }
                };
        assertThatThrownBy(
                        () ->
                                exporter.export(
                                        order(OverwritePolicy.NUMBER, out.resolve("song.flac")),
                                        new AlbumPlans(library),
                                        vanishing,
                                        result -> {}))
                .hasMessageStartingWith("song.wav: it is not there.");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("out"), "a file");
        assertThatThrownBy(() -> export(order(OverwritePolicy.NUMBER, file.resolve("song.flac"))))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("song.flac: " + file + " is a file, no folder");
    }

    @Test
    void anMp3OfALowSampleRateIsAsLoudAsItsSource() throws Exception {
        OutputFormat low =
                new OutputFormat(
                        OutputFormat.Container.WAV, OptionalInt.of(24), OptionalInt.of(22_050));
        Preset none = new Preset("none", "None", "", MasteringSettings.ADAPTIVE.withIntensity(0));
        ExportRequest request =
                new ExportRequest(
                        source, out, none, low, NameTemplate.SOURCE_NAME, OverwritePolicy.FAIL);
        source = exporter.export(request, Progress.NONE).output().orElseThrow();
        request =
                new ExportRequest(
                        source, out, none, MP3, NameTemplate.SOURCE_NAME, OverwritePolicy.FAIL);
        ExportResult result = exporter.export(request, Progress.NONE);
        try (MediaSource made = Media.open(result.output().orElseThrow())) {
            assertThat(made.format().sampleRate()).isEqualTo(44_100);
        }
        assertThat(result.after().orElseThrow().integratedLufs().orElseThrow())
                .isCloseTo(
                        result.before().orElseThrow().integratedLufs().orElseThrow(), within(0.1));
    }

    @Test
    void peaksThatALossyEncoderRaisesAreBroughtUnderTheCeiling() throws Exception {
        MasteringSettings loud = MasteringSettings.ADAPTIVE.withTarget(-7);
        ExportRequest request =
                new ExportRequest(
                        source,
                        out,
                        new Preset("loud", "Loud", "", loud),
                        MP3,
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.NUMBER);
        ExportResult result = exporter.export(request, Progress.NONE);
        CodecCheck check = result.codec().orElseThrow();
        double ceilingDbtp = loud.limiter().ceilingDbtp();
        assertThat(check.rounds()).isBetween(2, CodecCheck.MOST_ROUNDS);
        assertThat(check.loweredDb()).isGreaterThan(CodecCheck.AUDIBLE_OVER_DB);
        assertThat(check.overDb()).isLessThan(0.2);
        assertThat(result.plan().orElseThrow().ceilingDbtp())
                .isEqualTo(ceilingDbtp - check.loweredDb());
        assertThat(result.after().orElseThrow().truePeakDbtp().orElseThrow())
                .isLessThan(ceilingDbtp + CodecCheck.AUDIBLE_OVER_DB + check.overDb());
        assertThat(result.warnings()).hasSize(check.overDb() > 0 ? 1 : 0);
        assertThat(names()).containsExactly("song.mp3");
    }

    @Test
    void aTrialIsTheCutOfTheWholeMaster() throws Exception {
        source = Music.write(source, 6);
        library.add(List.of(source), Progress.NONE);
        long track = library.track(source).orElseThrow().id();
        ExportRequest whole = request(FLOAT_WAV, OverwritePolicy.NUMBER);
        ExportResult trial = exporter.export(whole.of(new Excerpt(4, 1)), Progress.NONE);
        assertThat(library.versions().of(track)).isEmpty();
        ExportResult full = exporter.export(whole, Progress.NONE);
        assertThat(names()).containsExactly("song (trial).wav", "song.wav");
        assertThat(trial.plan()).isEqualTo(full.plan());
        assertThat(trial.audioSeconds()).isEqualTo(1);
        AudioBlock cut = Music.read(trial.output().orElseThrow());
        AudioBlock all = Music.read(full.output().orElseThrow());
        int start = (int) Music.FORMAT.frames(4);
        assertThat(cut.frames()).isEqualTo((int) Music.FORMAT.frames(1));
        float largest = 0;
        for (int i = 0; i < cut.frames(); i++) {
            largest = Math.max(largest, Math.abs(cut.plane(0)[i] - all.plane(0)[start + i]));
        }
        // -90 dBFS, what the chain promises behind its pre-roll.
        assertThat(largest).isLessThan(3.2e-5f);
    }

    @Test
    void theDitherOfATrialIsThatOfTheWholeMasterToo() throws Exception {
        source = Music.write(source, 6);
        Preset neutral =
                new Preset("neutral", "Neutral", "", MasteringSettings.ADAPTIVE.withIntensity(0));
        ExportRequest whole =
                new ExportRequest(
                        source,
                        out,
                        neutral,
                        new OutputFormat(
                                OutputFormat.Container.WAV,
                                OptionalInt.of(16),
                                OptionalInt.empty()),
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.NUMBER);
        Path trial =
                exporter.export(whole.of(new Excerpt(5.5, 1)), Progress.NONE)
                        .output()
                        .orElseThrow();
        AudioBlock cut = Music.read(trial);
        AudioBlock all = Music.read(exporter.export(whole, Progress.NONE).output().orElseThrow());
        // Where the track would end too early, the excerpt begins earlier.
        int start = (int) Music.FORMAT.frames(5);
        assertThat(cut.plane(1))
                .isEqualTo(Arrays.copyOfRange(all.plane(1), start, start + cut.frames()));
    }
}
