package auralis.library.transcribe.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.QuietProgress;
import auralis.library.json.Json;
import auralis.library.model.Inspection;
import auralis.library.model.Model;
import auralis.library.model.Model.ModelFile;
import auralis.library.model.ModelKind;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcribe.whisper.GeneratedWhisper.Line;
import auralis.library.transcribe.whisper.LoadedModel.Effort;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Word;
import auralis.library.worker.ChildProcess;
import auralis.library.worker.ChildProgram;
import auralis.library.worker.ChildTask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model says is what is heard, by the real libraries in a process of their own. */
class WhisperTest {
    private static final List<String> COMMAND = ChildProcess.sameProgram(Child.class.getName());
    private static final int RATE = SpeechFile.SAMPLE_RATE;
    private static final double TICK = 0.011;

    @TempDir private static Path shared;
    @TempDir private Path folder;
    private static Path script;
    private static Path tone;
    private WhisperRecogniser recogniser;

    /** The other process. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            ChildTask task =
                    switch (arguments.length == 0 ? "" : arguments[0]) {
                        case "jni" -> new WhisperTask(NativeWhisper::withoutJna);
                        case "crash" -> (request, progress) -> crash();
                        default -> new WhisperTask();
                    };
            ChildProgram.serve(
                    Map.of(
                            WhisperTask.NAME,
                            task,
                            WhisperProbe.NAME,
                            new WhisperProbe(),
                            WhisperRuntime.NAME,
                            new WhisperRuntime(),
                            "cancel",
                            (request, progress) -> cancelItself(request),
                            "languages",
                            (request, progress) -> languages()));
        }

        private static String crash() {
            Runtime.getRuntime().halt(134);
            return "";
        }

        /** As a pause that is never over: the tenth look at it ends the work. */
        private static String cancelItself(String model) throws IOException {
            AtomicInteger looks = new AtomicInteger();
            Progress cancelled =
                    new Told() {
                        @Override
                        public void checkpoint() throws InterruptedException {
                            if (looks.incrementAndGet() == 10) {
                                throw new InterruptedException();
                            }
                        }
                    };
            try (LoadedModel loaded = NativeWhisper.get().open(Path.of(model))) {
                loaded.hear(new float[28 * RATE], "en", Effort.FULL, cancelled);
                return "it went on";
            } catch (InterruptedException e) {
                return "cancelled at look " + looks;
            }
        }

        private static String languages() throws IOException {
            return String.join(" ", NativeWhisper.get().languages());
        }
    }

    /** Counts what it is told. */
    private static class Told extends QuietProgress {
        final AtomicLong total = new AtomicLong();
        final AtomicLong done = new AtomicLong();

        @Override
        public void total(long units) {
            total.set(units);
        }

        @Override
        public void advance(long units) {
            done.addAndGet(units);
        }
    }

    @BeforeAll
    static void make() throws Exception {
        try (ChildProcess child = new ChildProcess(COMMAND)) {
            assertThat(child.request(WhisperRuntime.NAME, "", Progress.NONE)).contains("JNA");
        } catch (IOException e) {
            abort("Whisper does not run here: " + e.getMessage());
        }
        script = shared.resolve("script.bin");
        new GeneratedWhisper(GeneratedWhisper.SCRIPT).write(script);
        tone = tone(shared.resolve("tone.pcm"), 20);
    }

    @AfterEach
    void close() {
        if (recogniser != null) {
            recogniser.close();
        }
    }

    @Test
    void hearsWhatTheModelSaysAndWhen() throws Exception {
        Told told = new Told();
        Recognition heard = hear(script, "auto", 0, 10, told);
        assertThat(heard.language()).contains("en");
        assertThat(heard.segments())
                .extracting(Segment::text)
                .containsExactly("Hello world,", "café 🎵.", "Again", "Hello world,");
        times(heard.segments().get(0), 0, 2);
        times(heard.segments().get(1), 2, 4.5);
        times(heard.segments().get(2), 4.5, 8);
        times(heard.segments().get(3), 8, 10);
        assertThat(heard.segments()).allSatisfy(segment -> assertThat(segment.marks()).isEmpty());

        List<Word> words = heard.segments().stream().flatMap(s -> s.words().stream()).toList();
        assertThat(words)
                .extracting(Word::text)
                .containsExactly("Hello", "world,", "café", "🎵.", "Again", "Hello", "world,");
        assertThat(words)
                .allSatisfy(
                        word -> {
                            assertThat(word.probability().orElseThrow()).isEqualTo(1, within(1e-3));
                            assertThat(word.estimated()).isFalse();
                            assertThat(word.end()).isGreaterThan(word.start());
                        });
        assertThat(words.get(0).start()).isEqualTo(0, within(TICK));
        assertThat(words.get(1).start()).isEqualTo(words.get(0).end(), within(TICK));
        assertThat(words.get(2).start()).isEqualTo(2, within(TICK));
        assertThat(words.get(4).start()).isEqualTo(4.5, within(TICK));
        assertThat(words.get(4).end()).isEqualTo(8, within(TICK));
        assertThat(told.total.get()).isEqualTo(100);
        assertThat(told.done.get()).isEqualTo(100);
    }

    @Test
    void timesCountFromTheBeginningOfThePieceAndEndWithIt() throws Exception {
        Recognition heard = hear(script, "en", 11.3, 16.3, Progress.NONE);
        assertThat(heard.segments())
                .extracting(Segment::text)
                .containsExactly("Hello world,", "café 🎵.", "Again");
        times(heard.segments().get(2), 4.5, 5);
        assertThat(heard.segments().get(2).words().get(0).end()).isLessThanOrEqualTo(5);
    }

    @Test
    void theShortestPieceIsHeard() throws Exception {
        Recognition heard = hear(script, "en", 0, 0.05, Progress.NONE);
        assertThat(heard.segments()).extracting(Segment::text).containsExactly("Hello world,");
        times(heard.segments().get(0), 0, 0.05);
        assertThat(hear(script, "en", 20, 21, Progress.NONE).segments()).isEmpty();
    }

    @Test
    void theModelStaysInMemoryForTheNextPiece() throws Exception {
        Path model = folder.resolve("gone.bin");
        Files.copy(script, model);
        assertThat(hear(model, "en", 0, 4, Progress.NONE).segments()).hasSize(2);
        Files.delete(model);
        try (SpeechFile recording = new SpeechFile(tone)) {
            assertThat(recogniser.recognise(recording, new Span(4, 8), Progress.NONE).segments())
                    .hasSize(2);
        }
    }

    @Test
    void theLanguageIsDetectedOrGiven() throws Exception {
        Path german = folder.resolve("german.bin");
        new GeneratedWhisper(GeneratedWhisper.SCRIPT).language(2).write(german);
        assertThat(hear(german, "auto", 0, 2, Progress.NONE).language()).contains("de");
        assertThat(hear(german, "fr", 0, 2, Progress.NONE).language()).contains("fr");
        assertThatThrownBy(() -> hear(german, "klingon", 0, 2, Progress.NONE))
                .hasMessageStartingWith("No Whisper model knows a language \"klingon\".");
    }

    @Test
    void theLanguagesAreThoseOfTheLibrary() throws Exception {
        try (ChildProcess child = new ChildProcess(COMMAND)) {
            assertThat(child.request("languages", "", Progress.NONE).split(" "))
                    .containsExactlyElementsOf(Languages.ALL);
        }
    }

    @Test
    void whatRepeatsItselfIsSuspicious() throws Exception {
        Path model = folder.resolve("again.bin");
        String[] words = new String[20];
        Arrays.fill(words, " again");
        new GeneratedWhisper(List.of(Line.of(0, 2, " Once"), Line.of(2, 8, words))).write(model);
        List<Segment> segments = hear(model, "en", 0, 8, Progress.NONE).segments();
        assertThat(segments.get(0).marks()).isEmpty();
        assertThat(segments.get(1).marks()).containsExactly(Mark.SUSPICIOUS);
    }

    @Test
    void withoutJnaTimesOfWordsAreEstimated() throws Exception {
        recogniser = recogniser(script, "auto", ChildProcess.sameProgram(child(), "jni"));
        Recognition heard;
        try (SpeechFile recording = new SpeechFile(tone)) {
            heard = recogniser.recognise(recording, new Span(0, 10), Progress.NONE);
        }
        assertThat(heard.language()).isEmpty();
        assertThat(heard.segments())
                .extracting(Segment::text)
                .containsExactly("Hello world,", "café", "Again", "Hello world,");
        times(heard.segments().get(2), 4.5, 8);
        assertThat(heard.segments().get(1).marks()).containsExactly(Mark.SUSPICIOUS);
        List<Word> words = heard.segments().get(0).words();
        assertThat(words).extracting(Word::text).containsExactly("Hello", "world,");
        assertThat(words)
                .allSatisfy(
                        word -> {
                            assertThat(word.estimated()).isTrue();
                            assertThat(word.probability()).isEmpty();
                        });
        assertThat(words.get(0).end()).isEqualTo(1, within(0.12 + TICK));
    }

    @Test
    void aCancelledPieceEndsItsProcess() throws Exception {
        Path slow = folder.resolve("slow.bin");
        new GeneratedWhisper(GeneratedWhisper.SCRIPT).size(384, 12).write(slow);
        List<ProcessHandle> others = ProcessHandle.current().children().toList();
        CountDownLatch listening = new CountDownLatch(1);
        Told told =
                new Told() {
                    @Override
                    public void total(long units) {
                        listening.countDown();
                    }
                };
        FutureTask<Recognition> work = new FutureTask<>(() -> hear(slow, "en", 0, 20, told));
        Thread thread = new Thread(work);
        thread.start();
        listening.await();
        List<ProcessHandle> children =
                ProcessHandle.current().children().filter(one -> !others.contains(one)).toList();
        thread.interrupt();
        assertThatThrownBy(work::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(children).hasSize(1);
        children.get(0).onExit().get(1, TimeUnit.MINUTES);
    }

    @Test
    void nativeCodeStopsWhenItIsAsked() throws Exception {
        try (ChildProcess child = new ChildProcess(COMMAND)) {
            assertThat(child.request("cancel", script.toString(), Progress.NONE))
                    .isEqualTo("cancelled at look 10");
        }
    }

    @Test
    void aCrashIsWorthAnotherTry() throws Exception {
        recogniser = recogniser(script, "en", ChildProcess.sameProgram(child(), "crash"));
        try (SpeechFile recording = new SpeechFile(tone)) {
            assertThatThrownBy(() -> recogniser.recognise(recording, new Span(0, 2), Progress.NONE))
                    .isInstanceOfSatisfying(
                            RecognitionException.class,
                            e -> assertThat(e.remedy()).isEqualTo(Remedy.RETRY))
                    .hasMessageMatching(
                            "The process that listens with the model \"script\" (ended with code"
                                    + " 134|died of SIGABRT, an abort of its own)\\. Try again;.*");
        }
    }

    @Test
    void aModelThatWentBadIsOneSentence() throws Exception {
        Path model = folder.resolve("cut.bin");
        Files.write(model, Arrays.copyOf(Files.readAllBytes(script), 2_000));
        assertThatThrownBy(() -> hear(model, "en", 0, 2, Progress.NONE))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(RecognitionException.class)
                .hasMessage("cut.bin is not whole: its end is missing. Download or copy it again.");
    }

    @Test
    void aModelIsTriedBeforeItIsTaken() throws Exception {
        Inspection inspection = WhisperProbe.by(COMMAND);
        assertThat(inspection.inspect(script, Progress.NONE).makes())
                .containsExactly("text in 99 languages");
        Path wrong = folder.resolve("wrong.bin");
        byte[] bytes = Files.readAllBytes(script);
        // Its number of 10 ms steps, so that it fits itself but not its tensors.
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 1000);
        Files.write(wrong, bytes);
        assertThatThrownBy(() -> inspection.inspect(wrong, Progress.NONE))
                .hasMessageStartingWith("wrong.bin was refused by Whisper");
    }

    // ---- parts

    private Recognition hear(Path model, String language, double from, double to, Progress progress)
            throws IOException, InterruptedException {
        close();
        recogniser = recogniser(model, language, COMMAND);
        try (SpeechFile recording = new SpeechFile(tone)) {
            return recogniser.recognise(recording, new Span(from, to), progress);
        }
    }

    private static String child() {
        return Child.class.getName();
    }

    private static WhisperRecogniser recogniser(Path file, String language, List<String> command)
            throws IOException {
        String name = file.getFileName().toString().replace(".bin", "");
        WhisperContract contract = new WhisperContract("tiny", Languages.ALL);
        Model model =
                new Model(
                        name,
                        ModelKind.TRANSCRIPTION,
                        name,
                        "",
                        "",
                        List.of(new ModelFile(name, 1, "00")),
                        Json.write(contract),
                        List.of(),
                        "");
        return new WhisperRecogniser(model, file, language, command);
    }

    private static void times(Segment segment, double start, double end) {
        assertThat(segment.start()).isEqualTo(start, within(1e-9));
        assertThat(segment.end()).isEqualTo(end, within(1e-9));
    }

    private static Path tone(Path file, int seconds) throws IOException {
        ByteBuffer samples =
                ByteBuffer.allocate(seconds * RATE * SpeechFile.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < seconds * RATE; i++) {
            samples.putShort((short) (4000 * Math.sin(2 * Math.PI * 440 * i / RATE)));
        }
        return Files.write(file, samples.array());
    }
}
