package auralis.library.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import auralis.library.model.Inspection.Findings;
import auralis.library.model.Offer.RemoteFile;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final byte[] CONTENT = content();

    @TempDir private Path folder;
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private HttpServer server;
    private ModelStore store;
    private volatile int breaksAfter = Integer.MAX_VALUE;

    private static byte[] content() {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        return content;
    }

    @BeforeEach
    void open() throws IOException {
        store = store((model, progress) -> new Findings("{\"a\":1}", List.of("vocals")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/model.onnx", this::answer);
        server.createContext("/never.onnx", this::neverAnswer);
        server.setExecutor(command -> new Thread(command).start());
        server.start();
    }

    @AfterEach
    void close() {
        gate.countDown();
        server.stop(0);
    }

    private ModelStore store(Inspection inspection) {
        return new ModelStore(folder.resolve("models"), Map.of(ModelKind.SEPARATION, inspection));
    }

    /** As a server of files does that knows ranges, until it breaks off. */
    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.sendResponseHeaders(range == null ? OK : PARTIAL, CONTENT.length - from);
        int length = Math.min(CONTENT.length - from, breaksAfter);
        exchange.getResponseBody().write(CONTENT, from, length);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void neverAnswer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(OK, CONTENT.length);
        exchange.getResponseBody().flush();
        asked.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private Offer offer(String path, String sha256) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new Offer(
                "published",
                ModelKind.SEPARATION,
                "Published model",
                "Good.",
                "MIT",
                List.of(new RemoteFile("model.onnx", url, CONTENT.length, sha256)));
    }

    private static String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }

    @Test
    void importsAFileWithWhatBelongsToIt() throws Exception {
        Path mine = folder.resolve("my model.onnx");
        Files.write(mine, CONTENT);
        Files.writeString(folder.resolve("my model.json"), "{}");
        Files.writeString(folder.resolve("song.txt"), "no model");
        Model model = store.importFrom(mine, ModelKind.SEPARATION, Progress.NONE);
        assertThat(model.id()).isEqualTo("my-model");
        assertThat(model.makes()).containsExactly("vocals");
        assertThat(model.files())
                .extracting(Model.ModelFile::name)
                .containsExactly("my model.json", "my model.onnx");
        assertThat(store.path(model)).hasBinaryContent(CONTENT);
        assertThat(store.models()).containsExactly(model);
    }

    @Test
    void theSameContentIsImportedOnce() throws Exception {
        Path mine = Files.write(folder.resolve("mine.onnx"), CONTENT);
        Model model = store.importFrom(mine, ModelKind.SEPARATION, Progress.NONE);
        Path renamed = Files.write(folder.resolve("renamed.onnx"), CONTENT);
        assertThat(store.importFrom(renamed, ModelKind.SEPARATION, Progress.NONE)).isEqualTo(model);
        assertThat(leftovers()).containsExactly("mine");

        byte[] other = CONTENT.clone();
        other[0]++;
        Files.write(mine, other);
        assertThat(store.importFrom(mine, ModelKind.SEPARATION, Progress.NONE).id())
                .isEqualTo("mine-2");
        Files.writeString(folder.resolve("renamed.json"), "{}");
        assertThat(store.importFrom(renamed, ModelKind.SEPARATION, Progress.NONE).id())
                .isEqualTo("renamed");
    }

    @Test
    void importsAFolderAsOne() throws Exception {
        Path bag = folder.resolve("bag");
        Files.createDirectories(bag);
        Files.write(bag.resolve("a.onnx"), CONTENT);
        Files.write(bag.resolve("b.onnx"), CONTENT);
        Model model = store.importFrom(bag, ModelKind.SEPARATION, Progress.NONE);
        assertThat(model.id()).isEqualTo("bag");
        assertThat(store.path(model)).isDirectory();
        assertThat(model.bytes()).isEqualTo(2L * CONTENT.length);
    }

    @Test
    void keepsNothingThatCannotBeRun() throws Exception {
        Path mine = folder.resolve("mine.onnx");
        Files.write(mine, CONTENT);
        ModelStore strict =
                store(
                        (model, progress) -> {
                            assertThat(model).hasBinaryContent(CONTENT);
                            throw new IOException("mine.onnx is no model. Choose another.");
                        });
        assertThatThrownBy(() -> strict.importFrom(mine, ModelKind.SEPARATION, Progress.NONE))
                .hasMessage("mine.onnx is no model. Choose another.");
        assertThat(strict.models()).isEmpty();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void downloadsWhatIsMeant() throws Exception {
        Model model = store.download(offer("/model.onnx", sha256()), Progress.NONE);
        assertThat(model.id()).isEqualTo("published");
        assertThat(store.path(model)).hasBinaryContent(CONTENT);
        assertThat(leftovers()).containsExactly("published");
    }

    @Test
    void goesOnWhereADownloadBrokeOff() throws Exception {
        breaksAfter = 100_000;
        Offer offer = offer("/model.onnx", sha256());
        assertThatThrownBy(() -> store.download(offer, Progress.NONE))
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("Try again");
        assertThat(store.models()).isEmpty();
        assertThat(store.arrived(offer)).isBetween(1L, 100_000L);
        breaksAfter = Integer.MAX_VALUE;
        Model model = store.download(offer, Progress.NONE);
        assertThat(store.path(model)).hasBinaryContent(CONTENT);
        assertThat(ranges.get(0)).isEqualTo("null");
        assertThat(ranges.get(1)).matches("bytes=[1-9]\\d*-");
    }

    @Test
    void anImportOfTheSameNameLeavesADownloadAndIsNeverReplaced() throws Exception {
        breaksAfter = 100_000;
        Offer offer = offer("/model.onnx", sha256());
        assertThatThrownBy(() -> store.download(offer, Progress.NONE))
                .isInstanceOf(IOException.class);
        long arrived = store.arrived(offer);
        byte[] own = Arrays.copyOf(CONTENT, 1_000);
        Path mine = Files.write(folder.resolve("published.onnx"), own);
        Model model = store.importFrom(mine, ModelKind.SEPARATION, Progress.NONE);
        assertThat(model.id()).isEqualTo("published");
        assertThat(store.arrived(offer)).isEqualTo(arrived);

        breaksAfter = Integer.MAX_VALUE;
        assertThatThrownBy(() -> store.download(offer, Progress.NONE))
                .hasMessageContaining("here already")
                .hasMessageContaining("models remove published");
        assertThat(ranges).as("nobody was asked").hasSize(1);
        assertThat(store.path(model)).hasBinaryContent(own);
    }

    @Test
    void aModelThatCameMeanwhileIsNotReplaced() throws Exception {
        Path mine = Files.write(folder.resolve("published.onnx"), new byte[1_000]);
        ModelStore busy =
                store(
                        (model, progress) -> {
                            if (Files.size(model) == CONTENT.length) {
                                store.importFrom(mine, ModelKind.SEPARATION, Progress.NONE);
                            }
                            return new Findings("{}", List.of("vocals"));
                        });
        Model model = busy.download(offer("/model.onnx", sha256()), Progress.NONE);
        assertThat(model.id()).isEqualTo("published-2");
        assertThat(leftovers()).containsExactlyInAnyOrder("published", "published-2");
    }

    @Test
    void forgetsADownloadThatDidNotEnd() throws Exception {
        breaksAfter = 100_000;
        Offer offer = offer("/model.onnx", sha256());
        assertThatThrownBy(() -> store.download(offer, Progress.NONE))
                .isInstanceOf(IOException.class);
        store.forget(offer);
        assertThat(store.arrived(offer)).isZero();
        assertThat(leftovers()).isEmpty();
        store.forget(offer);
    }

    @Test
    void whatIsCancelledWhileItIsTriedIsNotLoadedAgain() throws Exception {
        ModelStore cancelled =
                store(
                        (model, progress) -> {
                            throw new InterruptedException();
                        });
        Offer offer = offer("/model.onnx", sha256());
        assertThatThrownBy(() -> cancelled.download(offer, Progress.NONE))
                .isInstanceOf(InterruptedException.class);
        assertThat(store.arrived(offer)).isEqualTo(CONTENT.length);
        store.download(offer, Progress.NONE);
        assertThat(ranges).hasSize(1);
    }

    @Test
    void tellsWhereAnEntryWithoutFilesCanBeMended() throws Exception {
        Files.createDirectories(store.folder());
        Path own = store.folder().resolve("catalogue.json");
        Files.writeString(
                own,
                """
                {"models": [{"id": "none", "kind": "separation", "title": "None"},
                  {"id": "nowhere", "kind": "separation", "title": "Nowhere",
                   "files": [{"name": "a.onnx", "url": "file:///a.onnx", "bytes": 1,
                    "sha256": ""}]}]}
                """);
        for (String id : List.of("none", "nowhere")) {
            Offer offer = store.catalogue().find(id).orElseThrow();
            assertThat(offer.canBeHad()).isFalse();
            assertThatThrownBy(() -> store.download(offer, Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(id)
                    .hasMessageContaining(own.toString());
        }
    }

    @Test
    void refusesAnotherContent() throws Exception {
        byte[] other = Arrays.copyOf(CONTENT, CONTENT.length);
        other[7]++;
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(other));
        assertThatThrownBy(() -> store.download(offer("/model.onnx", sha), Progress.NONE))
                .hasMessageContaining("checksum");
        assertThat(store.models()).isEmpty();
    }

    @Test
    void tellsThatThereIsNoSuchFile() throws Exception {
        assertThatThrownBy(() -> store.download(offer("/none.onnx", sha256()), Progress.NONE))
                .hasMessageContaining("404");
    }

    @Test
    @Timeout(60)
    void endsWhenItIsCancelledThoughNothingComes() throws Exception {
        Offer offer = offer("/never.onnx", sha256());
        Throwable[] end = new Throwable[1];
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                store.download(offer, Progress.NONE);
                            } catch (IOException | InterruptedException e) {
                                end[0] = e;
                            }
                        });
        thread.start();
        asked.await();
        thread.interrupt();
        thread.join();
        assertThat(end[0]).isInstanceOf(InterruptedException.class);
    }

    @Test
    void noticesWhatChangedAndRemoves() throws Exception {
        Model model = store.download(offer("/model.onnx", sha256()), Progress.NONE);
        store.verify(model, Progress.NONE);
        Files.writeString(store.path(model), "other");
        assertThatThrownBy(() -> store.verify(model, Progress.NONE))
                .hasMessageContaining("model.onnx")
                .hasMessageContaining("published");
        store.remove(model);
        assertThat(store.models()).isEmpty();
        assertThatThrownBy(() -> store.require("published")).hasMessageContaining("models list");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void offersWhatTheUserWroteToo() throws Exception {
        assertThat(store.catalogue().find("htdemucs").orElseThrow().hosts()).hasSize(1);
        Files.createDirectories(store.folder());
        Path own = store.folder().resolve("catalogue.json");
        Files.writeString(
                own,
                """
                {"models": [{"id": "htdemucs", "kind": "separation", "title": "Mine",
                  "purpose": "", "licence": "", "files": []}]}
                """);
        assertThat(store.catalogue().find("htdemucs").orElseThrow().title()).isEqualTo("Mine");
        Path other = Files.write(folder.resolve("other.onnx"), CONTENT);
        assertThat(store.importFrom(other, ModelKind.SEPARATION, Progress.NONE).title())
                .isEqualTo("other");
        Files.writeString(own, "{");
        assertThatThrownBy(() -> store.catalogue().offers()).hasMessageContaining("catalogue.json");
    }

    private List<String> leftovers() throws IOException {
        Path home = folder.resolve("models").resolve("separation");
        try (Stream<Path> all = Files.list(home)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
