package auralis.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Publishes one file as hosts of models do, and remembers who asked for what. */
public final class ModelServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    public final byte[] content = new byte[3_000_000];

    /** The ranges that were asked for; "null" for all. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final CountDownLatch gate = new CountDownLatch(1);
    private final HttpServer server;
    private volatile boolean holds;

    public ModelServer() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(command -> new Thread(command).start());
        server.start();
    }

    /** Whether only half of the file is given and then nothing more. */
    public void hold(boolean half) {
        holds = half;
    }

    /** Has the list of models in a folder offer the file. */
    public void offerIn(Path models) throws IOException, NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
        Files.createDirectories(models);
        Files.writeString(
                models.resolve("catalogue.json"),
                """
                {"models": [
                  {"id": "htdemucs", "kind": "separation", "title": "", "purpose": "",
                   "licence": "", "files": []},
                  {"id": "htdemucs-web", "kind": "separation", "title": "", "purpose": "",
                   "licence": "", "files": []},
                  {"id": "published", "kind": "separation", "title": "Published model",
                   "purpose": "Good for vocals.", "licence": "MIT",
                   "files": [{"name": "model.onnx", "url": "http://127.0.0.1:%d/model.onnx",
                              "bytes": %d, "sha256": "%s"}]}]}
                """
                        .formatted(
                                server.getAddress().getPort(),
                                content.length,
                                HexFormat.of().formatHex(sum)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(String.valueOf(range));
        boolean half = holds;
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        int rest = content.length - from;
        exchange.sendResponseHeaders(range == null ? OK : PARTIAL, rest);
        exchange.getResponseBody().write(content, from, half ? rest / 2 : rest);
        exchange.getResponseBody().flush();
        if (half) {
            await();
        }
        exchange.close();
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}
