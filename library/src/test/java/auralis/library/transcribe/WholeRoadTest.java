package auralis.library.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import auralis.dsp.effect.EffectCatalogue;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.NameTemplate;
import auralis.library.export.OverwritePolicy;
import auralis.library.export.TranscriptExporter;
import auralis.library.export.TranscriptOrder;
import auralis.library.export.TranscriptOrder.TextTarget;
import auralis.library.export.TranscriptRequest;
import auralis.library.export.TranscriptResult;
import auralis.library.model.ModelKind;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.remote.EndpointSettings;
import auralis.library.transcribe.remote.ScriptedEndpoint;
import auralis.library.transcribe.remote.ToneClock;
import auralis.library.transcribe.whisper.GeneratedWhisper;
import auralis.library.transcript.LineRules;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.TranscriptFormat;
import auralis.library.transcript.Word;
import auralis.library.worker.ChildProcess;
import auralis.library.worker.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a file to files, by real engines: a generated model, and a server on this computer. */
@Timeout(120)
class WholeRoadTest {
    private static final int SECONDS = 30;

    @TempDir private Path folder;
    private Library library;
    private Path clock;
    private Path out;

    /** The child process. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            ChildProgram.serve(Library.childTasks());
        }
    }

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("data");
        library =
                new Library(
                        Database.open(data.resolve("auralis.db")),
                        data,
                        EffectCatalogue.BUILT_IN,
                        ChildProcess.sameProgram(Child.class.getName()));
        clock = ToneClock.writeWav(folder.resolve("clock.wav"), SECONDS);
        out = folder.resolve("out");
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    @Test
    void aModelOnThisComputerTellsItsScript() throws Exception {
        Path model = folder.resolve("scripted.bin");
        GeneratedWhisper.main(new String[] {model.toString()});
        library.models().importFrom(model, ModelKind.TRANSCRIPTION, Progress.NONE);
        TranscriptResult result =
                export(order(TranscriptionSettings.with(Engine.WHISPER, ""), TranscriptFormat.SRT));
        assertThat(result.engine()).isEqualTo("Whisper");
        assertThat(result.model()).contains("scripted");
        assertThat(Files.readString(out.resolve("clock.srt")))
                .contains("00:00:00,000 --> 00:00:02,000", "Hello world,", "caf\u00e9", "Again");
    }

    @Test
    void aServerHearsEachSecondOnce() throws Exception {
        try (ScriptedEndpoint server = ScriptedEndpoint.start("500", "ok", "429:0", "ok")) {
            use(server);
            TranscriptResult result = export(order(remote(), TranscriptFormat.values()));
            assertThat(result.successRate()).isEqualTo(1);
            assertThat(result.warnings()).isEmpty();
            assertThat(words(transcript())).isEqualTo(seconds());
            assertThat(server.mistakes()).isEmpty();
            assertThat(names())
                    .containsExactly(
                            "clock.csv",
                            "clock.json",
                            "clock.labels.txt",
                            "clock.lrc",
                            "clock.lrc-words.lrc",
                            "clock.srt",
                            "clock.txt",
                            "clock.vtt");
            assertThat(result.outputs()).hasSize(8);
        }
    }

    @Test
    void withoutConsentNothingIsSent() throws Exception {
        assertThatThrownBy(() -> export(order(remote(), TranscriptFormat.TXT)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("AURALIS_REMOTE_URL");
        assertThat(names()).isEmpty();
    }

    @Test
    void aQuotaIsOneSentenceAndCostsNothingThatWasHeard() throws Exception {
        try (ScriptedEndpoint server = ScriptedEndpoint.start("ok", "ok").usually("quota")) {
            use(server);
            assertThatThrownBy(() -> export(order(remote(), TranscriptFormat.TXT)))
                    .hasMessageContaining("quota");
            assertThat(names()).isEmpty();
            int before = server.received().size();
            server.usually("ok");
            TranscriptResult result = export(order(remote(), TranscriptFormat.TXT));
            assertThat(words(transcript())).isEqualTo(seconds());
            assertThat(server.received().size() - before).isEqualTo(result.chunks() - 2);
        }
    }

    @Test
    void theTimesOfKnownWordsNeedNoModel() throws Exception {
        TranscriptionSettings settings =
                new TranscriptionSettings(
                        Engine.CLASSIC,
                        "",
                        "en",
                        Optional.empty(),
                        1,
                        0,
                        2,
                        false,
                        Optional.of("The first line\nand the second one\n"));
        export(order(settings, TranscriptFormat.LRC));
        assertThat(Files.readString(out.resolve("clock.lrc")))
                .containsPattern("\\[00:0\\d\\.\\d\\d\\] ?The first line")
                .containsPattern("\\[00:\\d\\d\\.\\d\\d\\] ?and the second one");
    }

    @Test
    void namesThatAreTakenAreLeftAlone() throws Exception {
        TranscriptionSettings settings = TranscriptionSettings.with(Engine.CLASSIC, "");
        Files.createDirectories(out);
        Files.writeString(out.resolve("clock.txt"), "mine");
        TranscriptResult numbered = export(order(settings, TranscriptFormat.TXT));
        assertThat(numbered.outputs().get(0).file()).isEqualTo(out.resolve("clock (2).txt"));
        assertThat(Files.readString(out.resolve("clock.txt"))).isEqualTo("mine");

        TranscriptRequest skip =
                request(settings, OverwritePolicy.SKIP, List.of(TranscriptFormat.TXT));
        assertThat(export(new TranscriptOrder(skip, List.of())).isSkipped()).isTrue();
        TranscriptResult kept =
                export(new TranscriptOrder(TranscriptRequest.kept(clock, settings), List.of()));
        assertThat(kept.isSkipped()).isFalse();
        assertThat(kept.outputs()).isEmpty();
        assertThat(names()).containsExactly("clock (2).txt", "clock.txt");
    }

    @Test
    void anOrderThatWasCarriedOutIsKnownAfterACrash() throws Exception {
        TranscriptOrder order =
                order(
                        TranscriptionSettings.with(Engine.CLASSIC, ""),
                        TranscriptFormat.TXT,
                        TranscriptFormat.SRT);
        List<TranscriptResult> told = new ArrayList<>();
        TranscriptExporter exporter = new TranscriptExporter(library, List::of);
        exporter.export(order, Progress.NONE, told::add);
        assertThat(exporter.isDone(order, told.get(0))).isTrue();
        Files.delete(out.resolve("clock.txt"));
        assertThat(exporter.isDone(order, told.get(0))).isFalse();
        assertThat(names()).isEmpty();
    }

    private void use(ScriptedEndpoint server) throws IOException {
        library.endpoints().keep(EndpointSettings.NONE.withConsent(true).withUrl(server.url()));
    }

    private static TranscriptionSettings remote() {
        return new TranscriptionSettings(
                Engine.REMOTE,
                "",
                TranscriptionSettings.AUTO,
                Optional.of(6.0),
                1,
                0,
                2,
                false,
                Optional.empty());
    }

    private TranscriptRequest request(
            TranscriptionSettings settings,
            OverwritePolicy policy,
            List<TranscriptFormat> formats) {
        return new TranscriptRequest(
                clock,
                settings,
                out,
                formats,
                LineRules.USUAL,
                NameTemplate.SOURCE_NAME,
                policy,
                Optional.empty());
    }

    private TranscriptOrder order(TranscriptionSettings settings, TranscriptFormat... formats) {
        List<TextTarget> targets = new ArrayList<>();
        TranscriptRequest request = request(settings, OverwritePolicy.NUMBER, List.of(formats));
        if (formats.length < TranscriptFormat.values().length) {
            for (TranscriptFormat format : formats) {
                targets.add(new TextTarget(format, out.resolve("clock." + format.extension())));
            }
        }
        return new TranscriptOrder(request, targets);
    }

    private TranscriptResult export(TranscriptOrder order)
            throws IOException, InterruptedException {
        return new TranscriptExporter(library, List::of).export(order, Progress.NONE, done -> {});
    }

    private Transcript transcript() throws IOException {
        return library.transcriptions().find(clock).orElseThrow();
    }

    private static List<String> words(Transcript transcript) {
        return transcript.words().stream()
                .map(Word::text)
                .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[,.]$", ""))
                .toList();
    }

    private static List<String> seconds() {
        return IntStream.range(0, SECONDS).mapToObj(second -> "t" + second).toList();
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
