package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.transcribe.remote.EndpointSettings;
import auralis.library.transcribe.remote.EndpointStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscribeCommandTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(22_050);
    private static final int SECONDS = 12;

    private static final String ANSWER =
            """
            {"language":"english","duration":3.4,"text":"Hello world.",
             "segments":[{"id":0,"start":0.2,"end":1.2,"text":" Hello world."}],
             "words":[{"word":"Hello","start":0.2,"end":0.7},
                      {"word":"world","start":0.7,"end":1.2}]}
            """;

    private static final String QUOTA =
            """
            {"error":{"message":"You exceeded your quota.","code":"insufficient_quota"}}
            """;

    @TempDir private Path folder;
    private Path talk;
    private Path out;
    private HttpServer server;
    private volatile int status = 200;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Runnable onRequest = () -> {};

    @BeforeEach
    void files() throws IOException {
        talk = talk("talk.wav");
        out = folder.resolve("out");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Two sentences of three seconds, with three seconds of silence behind each. */
    private Path talk(String name) throws IOException {
        AudioBlock block = new AudioBlock(2, SECONDS * FORMAT.sampleRate());
        for (int i = 0; i < block.frames(); i++) {
            double t = FORMAT.seconds(i);
            boolean spoken = t % 6 < 3 && t % 0.5 < 0.4;
            double sample = spoken ? 0.3 * Math.sin(2 * Math.PI * 440 * t) : 0;
            block.plane(0)[i] = (float) sample;
            block.plane(1)[i] = (float) sample;
        }
        Path file = folder.resolve(name);
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }

    private void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        new EndpointStore(folder.resolve("data"), Map.of())
                .keep(EndpointSettings.NONE.withConsent(true).withUrl(url));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            requests.incrementAndGet();
            onRequest.run();
            byte[] body = (status == 200 ? ANSWER : QUOTA).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void tellsWordsSegmentsAndSilences() throws IOException {
        serve();
        CommandRun run = transcribe("--engine", "remote");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode file = json(run).at("/files/0");
        assertThat(file.at("/words/0/word").asText()).isEqualTo("Hello");
        assertThat(file.at("/words/0/start").asDouble()).isBetween(0.0, 0.4);
        assertThat(file.at("/words")).hasSize(4);
        assertThat(file.at("/segments/1/text").asText()).isEqualTo("Hello world.");
        assertThat(file.at("/silenceSegments")).hasSize(2);
        assertThat(file.at("/totalDuration").asDouble()).isEqualTo(SECONDS);
        assertThat(file.at("/totalChunks").asInt()).isEqualTo(requests.get());
        assertThat(file.at("/successRate").asDouble()).isEqualTo(1);
        assertThat(file.at("/language").asText()).isEqualTo("en");
        assertThat(file.at("/error").isNull()).isTrue();
        assertThat(file.at("/output")).hasSize(2);
        assertThat(results()).containsExactly("talk.json", "talk.srt");
    }

    @Test
    void theSameIsNotSentTwice() throws IOException {
        serve();
        transcribe("--engine", "remote");
        int sent = requests.get();
        assertThat(transcribe("--engine", "remote", "--format", "vtt").code()).isZero();
        assertThat(requests).hasValue(sent);
        assertThat(results()).contains("talk.vtt");
    }

    @Test
    void theSameCommandGoesOnAfterAnInterrupt() throws IOException {
        serve();
        Thread command = Thread.currentThread();
        onRequest = () -> interruptAtTheSecond(command);
        CommandRun cut = transcribe("--engine", "remote", "--parallel", "1");
        assertThat(cut.code()).isEqualTo(RootCommand.INTERRUPTED);
        assertThat(cut.err())
                .contains("Interrupted with 1 file left. Go on: the same command again, or auralis")
                .doesNotContain("Exception");
        assertThat(results()).isEmpty();

        onRequest = () -> {};
        CommandRun again = transcribe("--engine", "remote", "--parallel", "1");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("Goes on with 1 file that had been interrupted.");
        assertThat(results()).containsExactly("talk.json", "talk.srt");
        // The piece that was interrupted may have been asked for again, the one before not.
        int pieces = json(again).at("/files/0/totalChunks").asInt();
        assertThat(requests.get()).isBetween(pieces, pieces + 1);
    }

    private void interruptAtTheSecond(Thread command) {
        if (requests.get() == 2) {
            command.interrupt();
        }
    }

    @Test
    void aQuotaThatIsUsedUpIsOneSentence() throws IOException {
        serve();
        status = 429;
        CommandRun run = transcribe("--engine", "remote");
        assertThat(run.code()).isEqualTo(RootCommand.SOME_FAILED);
        assertThat(run.err().lines().filter(line -> line.contains("quota"))).hasSize(1);
        assertThat(out)
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        empty -> assertThat(empty).isEmptyDirectory());
    }

    @Test
    void withoutAModelSaysSo() throws IOException {
        CommandRun run = transcribe("--format", "csv");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("Without a model no words are recognised");
        JsonNode file = json(run).at("/files/0");
        assertThat(file.at("/engine").asText()).isEqualTo("classic");
        assertThat(file.at("/words")).isEmpty();
        assertThat(file.at("/silenceSegments/0/start").asDouble()).isBetween(2.5, 3.5);
    }

    @Test
    void whoAsksForNoWordsIsNotToldToGetAModel() throws IOException {
        CommandRun run = transcribe("--engine", "classic");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("Without a model");
    }

    @Test
    void aTextWithoutWordsIsRefused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");
        CommandRun run = transcribe("--text", empty.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--text: there are no words in");
    }

    @Test
    void silencesBeginAtTheLengthThatIsAskedFor() throws IOException {
        JsonNode file = json(transcribe("--silence-seconds", "4")).at("/files/0");
        assertThat(file.at("/silenceSegments")).isEmpty();
    }

    @Test
    void findsTheTimesOfKnownWords() throws IOException {
        Path text = Files.writeString(folder.resolve("words.txt"), "One and two\nThree and four\n");
        CommandRun run = transcribe("--text", text.toString(), "--format", "lrc,lrc-words,txt");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(results()).containsExactly("talk.lrc", "talk.lrc-words.lrc", "talk.txt");
        assertThat(Files.readString(out.resolve("talk.txt"))).contains("Three and four");
        assertThat(json(run).at("/files/0/segments")).hasSize(2);
    }

    @Test
    void aFileThatIsBrokenIsOneFailure() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.wav"), "no sound");
        CommandRun run = transcribe(broken.toString(), "--if-exists", "skip");
        assertThat(run.code()).isEqualTo(RootCommand.SOME_FAILED);
        assertThat(json(run).at("/files/1/error").asText()).contains("broken.wav");
        assertThat(results()).containsExactly("talk.json", "talk.srt");
        JsonNode again = json(transcribe("--if-exists", "skip")).at("/files/0");
        assertThat(again.at("/state").asText()).isEqualTo("skipped");
    }

    @ParameterizedTest
    @CsvSource({
        "--format, doc, 'there is no \"doc\", only json, srt, vtt, txt, lrc'",
        "--parallel, 6, 1 to 5 pieces",
        "--chunk-seconds, 2, 5 to 600 s",
        "--rate-limit-ms, -1, 0 to 600000 ms",
        "--silence-seconds, 0, 0.1 to 3600 s",
        "--max-line, 5, 10 to 200 characters",
        "--max-lines, 11, 1 to 10 lines",
        "--language, English, 'auto, or a code like en or de'",
        "--engine, cloud, '--engine is classic, whisper, remote, not cloud'",
        "--engine, remote, AURALIS_REMOTE_URL",
        "--engine, whisper, There is no model for transcription",
        "--model, nobody, There is no model \"nobody\"",
        "--text, nowhere.txt, nowhere.txt is not there",
        "--name, '{x}', there is no field {x}"
    })
    void refusesWhatItDoesNotKnow(String option, String value, String sentence) {
        CommandRun run = transcribe(option, value);
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(sentence);
        assertThat(out).doesNotExist();
    }

    private CommandRun transcribe(String... more) {
        List<String> line =
                new ArrayList<>(
                        List.of("transcribe", talk.toString(), "--out", out.toString(), "--json"));
        line.addAll(Arrays.asList(more));
        return CommandRun.of(folder.resolve("data"), line.toArray(String[]::new));
    }

    private List<String> results() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }
}
