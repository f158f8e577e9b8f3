package auralis.library.transcribe.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.QuietProgress;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteRecogniserTest {
    private static final String KEY = "sk-secret-0123456789";
    private static final int SECONDS = 60;

    @TempDir static Path folder;

    private static Path recording;
    private ScriptedEndpoint server;
    private SpeechFile speech;

    @BeforeAll
    static void record() throws IOException {
        recording = ToneClock.writeRaw(folder.resolve("speech.raw"), SECONDS);
    }

    @BeforeEach
    void open() throws IOException {
        server = ScriptedEndpoint.start();
        speech = new SpeechFile(recording);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        speech.close();
    }

    private Endpoint endpoint(String path) throws IOException {
        return new Endpoint(
                Endpoint.base(server.url()),
                Optional.ofNullable(path),
                Optional.of(KEY),
                Optional.of("whisper-1"),
                5,
                false);
    }

    private RemoteRecogniser recogniser() throws IOException {
        return recogniser(endpoint(null), Duration.ofSeconds(60));
    }

    private static RemoteRecogniser recogniser(Endpoint endpoint, Duration patience) {
        return new RemoteRecogniser(
                endpoint,
                Optional.empty(),
                Optional.of("en"),
                5,
                0,
                new RequestRate(Ticks.SYSTEM),
                patience);
    }

    private Recognition hear(double start, double end) throws IOException, InterruptedException {
        return recogniser().recognise(speech, new Span(start, end), Progress.NONE);
    }

    private RecognitionException fail(String step) throws IOException {
        server.script(step);
        return fail(recogniser());
    }

    private RecognitionException fail(RemoteRecogniser recogniser) {
        return catchThrowableOfType(
                RecognitionException.class,
                () -> recogniser.recognise(speech, new Span(1, 3), Progress.NONE));
    }

    private static List<String> texts(Recognition heard) {
        return heard.segments().stream().map(Segment::text).toList();
    }

    private static List<Word> words(Recognition heard) {
        return heard.segments().stream().flatMap(segment -> segment.words().stream()).toList();
    }

    @Test
    void aPieceIsHeardWithWordsAndTimes() throws Exception {
        Recognition heard = hear(10, 16);

        assertThat(heard.language()).contains("en");
        assertThat(texts(heard)).containsExactly("T10, t11, t12, t13.", "T14, t15.");
        assertThat(words(heard))
                .extracting(Word::text)
                .containsExactly("T10,", "t11,", "t12,", "t13.", "T14,", "t15.");
        assertThat(words(heard).get(3).start()).isEqualTo(3, within(0.001));
        assertThat(words(heard).get(3).end()).isEqualTo(3.8, within(0.001));
        assertThat(server.mistakes()).isEmpty();
        ScriptedEndpoint.Received request = server.received().get(0);
        assertThat(request.key()).isEqualTo(KEY);
        assertThat(request.seconds()).isEqualTo(6);
        assertThat(request.fields()).containsEntry("language", List.of("en"));
        assertThat(request.fields())
                .containsEntry("timestamp_granularities[]", List.of("word", "segment"));
    }

    @ParameterizedTest
    @CsvSource({"whispercpp, true", "localai, false", "vllm, false"})
    void dialectsWithSegments(String dialect, boolean hasWords) throws Exception {
        server.script(dialect);

        Recognition heard = hear(20, 26);

        assertThat(heard.language()).contains("en");
        assertThat(texts(heard)).containsExactly("T20, t21, t22, t23.", "T24, t25.");
        assertThat(heard.segments().get(1).start()).isEqualTo(4, within(0.001));
        assertThat(heard.segments().get(1).end()).isEqualTo(5.8, within(0.001));
        assertThat(words(heard)).hasSize(hasWords ? 6 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"speaches", "text", "plain"})
    void dialectsWithoutSegments(String dialect) throws Exception {
        server.script(dialect);

        assertThat(texts(hear(20, 24))).containsExactly("T20, t21, t22, t23.");
    }

    @Test
    void wordsWithoutSegmentsKeepTheirTimes() throws Exception {
        server.script("speaches");

        Recognition heard = hear(20, 24);

        assertThat(words(heard)).extracting(Word::text).contains("T20,", "t23.");
        assertThat(heard.segments().get(0).end()).isEqualTo(3.8, within(0.001));
    }

    @Test
    void aModelThatTellsNoTimesIsAskedForTextAndOnlyOnceForMore() throws Exception {
        server.usually("noverbose");
        RemoteRecogniser recogniser = recogniser();

        for (int i = 0; i < 3; i++) {
            Recognition heard = recogniser.recognise(speech, new Span(5, 7), Progress.NONE);
            assertThat(texts(heard)).containsExactly("T5, t6.");
        }

        assertThat(server.received()).hasSize(4);
        assertThat(server.mistakes()).isEmpty();
    }

    @Test
    void aServerThatKnowsNoWordsIsAskedForSegments() throws Exception {
        server.usually("nowords");

        Recognition heard = hear(20, 26);

        assertThat(texts(heard)).hasSize(2);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void whisperCppHasAPathOfItsOwnAndFindsTheLanguageOut() throws Exception {
        RemoteRecogniser recogniser =
                new RemoteRecogniser(
                        endpoint("/inference"),
                        Optional.of("large"),
                        Optional.empty(),
                        5,
                        0,
                        new RequestRate(Ticks.SYSTEM));

        recogniser.recognise(speech, new Span(0, 2), Progress.NONE);

        assertThat(server.received().get(0).fields())
                .containsEntry("language", List.of("auto"))
                .containsEntry("model", List.of("large"));
    }

    @ParameterizedTest
    @CsvSource({
        "408, RETRY",
        "409, RETRY",
        "425, RETRY",
        "500, RETRY",
        "502, RETRY",
        "503, RETRY",
        "504, RETRY",
        "529, RETRY",
        "429, WAIT",
        "413, HALVE",
        "400, STOP",
        "401, STOP",
        "402, STOP",
        "403, STOP",
        "404, STOP",
        "415, STOP",
        "422, STOP",
        "quota, STOP",
        "spend, STOP",
        "close, RETRY",
        "invalid, RETRY",
        "html, RETRY",
        "page, RETRY",
        "redirect:http://example.org/v1, STOP"
    })
    void everyFailureHasItsRemedyAndASentence(String step, Remedy remedy) throws Exception {
        RecognitionException failed = fail(step);

        assertThat(failed.remedy()).isEqualTo(remedy);
        assertThat(failed.getMessage())
                .startsWith("127.0.0.1:")
                .endsWith(".")
                .doesNotContain("..", "<", "Exception", "null");
        assertThat(failed.getMessage().length()).isLessThan(300);
        if (step.matches("4\\d\\d") && remedy == Remedy.STOP) {
            assertThat(failed).hasMessageContaining("The server says " + step);
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void theServerSaysHowLongToWait() throws Exception {
        assertThat(fail("429").pause()).isEmpty();
        assertThat(fail("429:7").pause()).contains(Duration.ofSeconds(7));
        assertThat(fail("503:3").pause()).contains(Duration.ofSeconds(3));
        assertThat(fail("429:reset").pause()).contains(Duration.ofMillis(60_500));
        assertThat(fail("429:date").pause().orElseThrow())
                .isBetween(Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void nothingIsSentToWhereTheServerPoints() throws Exception {
        try (ScriptedEndpoint other = ScriptedEndpoint.start()) {
            String there = other.url() + "/audio/transcriptions";

            assertThat(fail("redirect:" + there)).hasMessageContaining(there);

            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void theKeyIsInNoMessage() throws Exception {
        RecognitionException failed = fail("key");

        StringWriter all = new StringWriter();
        failed.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).contains("Incorrect API key").doesNotContain(KEY);
        assertThat(endpoint(null).toString()).doesNotContain(KEY);
        assertThat(recogniser().identity() + recogniser().engine()).doesNotContain(KEY);
    }

    @Test
    void theKeyIsNotSentInTheClearWithoutLeave() {
        RemoteRecogniser recogniser =
                recogniser(
                        new Endpoint(
                                URI.create("http://server.invalid/v1"),
                                Optional.empty(),
                                Optional.of(KEY),
                                Optional.empty(),
                                5,
                                false),
                        Duration.ofSeconds(1));

        RecognitionException failed = fail(recogniser);

        assertThat(failed.remedy()).isEqualTo(Remedy.STOP);
        assertThat(failed).hasMessageContaining("without encryption");
    }

    @Test
    void aDeadServerIsOneSentence() throws Exception {
        Endpoint gone = endpoint(null);
        server.close();

        RecognitionException failed = fail(recogniser(gone, Duration.ofSeconds(5)));

        assertThat(failed.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failed).hasMessageContaining("cannot be reached: nobody listens there.");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        server.script("hang");

        RecognitionException failed = fail(recogniser(endpoint(null), Duration.ofSeconds(1)));

        assertThat(failed.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failed).hasMessageContaining("no answer within");
    }

    @Test
    void aPieceBeyondWhatServersTakeIsNotSent() throws Exception {
        Path large = folder.resolve("large.raw");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(900L * 32_000);
        }
        try (SpeechFile recording = new SpeechFile(large)) {
            RecognitionException failed =
                    catchThrowableOfType(
                            RecognitionException.class,
                            () ->
                                    recogniser()
                                            .recognise(recording, new Span(0, 820), Progress.NONE));

            assertThat(failed.remedy()).isEqualTo(Remedy.HALVE);
            assertThat(server.received()).isEmpty();
            recogniser().recognise(recording, new Span(0, 819), Progress.NONE);
            assertThat(server.received().get(0).bytes()).isBetween(26_200_000L, 26_214_400L);
        }
    }

    @Test
    void aShortPieceIsFilledUpAndNothingIsLaterThanItsEnd() throws Exception {
        Recognition heard = hear(3, 3.3);

        assertThat(server.received().get(0).seconds()).isEqualTo(1.2);
        assertThat(heard.segments().get(0).end()).isEqualTo(0.3, within(1e-9));
        assertThat(hear(SECONDS + 5, SECONDS + 6).segments()).isEmpty();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void cancellingEndsItAtOnce() throws Exception {
        server.script("hang");
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicLong asked = new AtomicLong();
        Progress progress =
                new QuietProgress() {
                    @Override
                    public void checkpoint() throws InterruptedException {
                        asked.incrementAndGet();
                        if (cancelled.get()) {
                            throw new InterruptedException();
                        }
                    }
                };
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> going =
                    thread.submit(() -> recogniser().recognise(speech, new Span(0, 30), progress));
            while (server.mostAtOnce() == 0) {
                Thread.onSpinWait();
            }
            long before = asked.get();
            cancelled.set(true);
            assertThatThrownBy(going::get).hasCauseInstanceOf(InterruptedException.class);
            // Asked every 50 ms: the next question, or the one after it, ended it.
            assertThat(asked.get() - before).isLessThanOrEqualTo(2);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void progressCountsWhatIsSent() throws Exception {
        AtomicLong total = new AtomicLong();
        AtomicLong done = new AtomicLong();
        Progress progress =
                new QuietProgress() {
                    @Override
                    public void total(long units) {
                        total.addAndGet(units);
                    }

                    @Override
                    public void advance(long units) {
                        done.addAndGet(units);
                    }

                    @Override
                    public void checkpoint() {}
                };
        server.script("delay:300");

        recogniser().recognise(speech, new Span(0, 40), progress);

        assertThat(total.get()).isEqualTo(server.received().get(0).bytes());
        assertThat(done.get()).isEqualTo(total.get());
    }

    @Test
    void manyCallersAtOnceAreHeardEachAsItWasAndNoMoreThanAllowed() throws Exception {
        server.usually("delay:30");
        RemoteRecogniser recogniser = recogniser();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<Recognition>> heard = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Span piece = new Span(2 * i, 2 * i + 2);
                heard.add(threads.submit(() -> recogniser.recognise(speech, piece, Progress.NONE)));
            }
            for (int i = 0; i < 30; i++) {
                assertThat(texts(heard.get(i).get()))
                        .containsExactly("T" + 2 * i + ", t" + (2 * i + 1) + ".");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.mostAtOnce()).isBetween(2, 5);
        assertThat(server.mistakes()).isEmpty();
        assertThat(server.received().stream().flatMap(one -> one.words().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SECONDS).mapToObj(i -> "t" + i).toList());
    }

    @Test
    void aServerThatEndsBeforeItHasReadIsTriedAgain() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread closing =
                    new Thread(
                            () -> {
                                try (Socket socket = rude.accept()) {
                                    socket.getInputStream().read();
                                } catch (IOException e) {
                                    // The test is over.
                                }
                            });
            closing.start();
            Endpoint there =
                    new Endpoint(
                            Endpoint.base("http://127.0.0.1:" + rude.getLocalPort() + "/v1"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            1,
                            false);

            RecognitionException failed = fail(recogniser(there, Duration.ofSeconds(20)));

            assertThat(failed.remedy()).isEqualTo(Remedy.RETRY);
            assertThat(failed).hasMessageContaining("broke off the connection");
            closing.join();
        }
    }

    @Test
    void theServerIsLookedAt() throws Exception {
        RemoteServer look = new RemoteServer(endpoint(null));

        assertThat(look.models(Progress.NONE)).containsExactly("large-v3", "whisper-1");
        assertThat(look.tryOut(Progress.NONE)).isPositive();
        assertThat(server.received().get(0).words()).isEmpty();

        server.wantKey("another");
        assertThatThrownBy(() -> look.models(Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not take the key");
    }
}
