package auralis.library.transcribe.remote;

import auralis.library.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A transcription server on this computer that does what a script says, one step for each request,
 * and after the last one what it usually does. It hears the {@link ToneClock}, so what it answers
 * shows which pieces it got; it refuses requests with the smallest mistake.
 *
 * <p>Steps, each repeated by {@code xN} at its end:
 *
 * <pre>
 * ok, openai, whispercpp, localai, vllm, speaches, text, plain   an answer, in a dialect
 * delay:MS                an answer, later
 * hang                    none until the server is closed
 * 429, 500, 401 …         that status, with an error as OpenAI writes it
 * 429:2, 429:date, 429:reset   with Retry-After in s or as a date 2 s away, or x-ratelimit-reset
 * quota, spend            429 that no waiting helps
 * noverbose, nowords      400 when asked for verbose_json, or for times of words; else an answer
 * key                     401 that repeats the key
 * close                   the connection ends within the body
 * invalid, html, page     an answer that is no JSON, a 502 with a page, a page for an answer
 * redirect:URL            307
 * </pre>
 */
public final class ScriptedEndpoint implements Closeable {
    private static final int LIMIT = 26_214_400;
    private static final int WAV_HEADER = 44;

    /**
     * What came.
     *
     * @param startMillis when it was there, from the start of the server
     * @param endMillis when it was answered
     * @param bytes of the body
     * @param seconds of sound, with the silence at its end
     * @param words that were heard, the first ones and the last ones tell the piece
     * @param step of the script
     * @param atOnce how many were being answered, with this one
     * @param fields of the form
     * @param key that was shown; empty for none
     */
    public record Received(
            long startMillis,
            long endMillis,
            long bytes,
            double seconds,
            List<String> words,
            String step,
            int atOnce,
            Map<String, List<String>> fields,
            String key) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private final Deque<String> script = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private int answering; // guarded by received
    private final List<String> mistakes = new CopyOnWriteArrayList<>();

    /** Those that are not being told their answer yet: whoever has that may ask again. */
    private final Set<HttpExchange> going = ConcurrentHashMap.newKeySet();

    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile String usual = "ok";
    private volatile int latencyMillis;
    private volatile Optional<String> key = Optional.empty();
    private volatile int mostBytes = LIMIT;
    private volatile Consumer<Received> log = one -> {};

    /**
     * @param port 0 for any
     */
    public ScriptedEndpoint(int port, String... steps) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        script(steps);
        server.start();
    }

    public static ScriptedEndpoint start(String... steps) throws IOException {
        return new ScriptedEndpoint(0, steps);
    }

    /** More steps, after those that are still to come. */
    public void script(String... steps) {
        synchronized (script) {
            for (String step : steps) {
                String[] times = step.matches(".+x\\d+") ? step.split("x(?=\\d+$)") : null;
                int count = times == null ? 1 : Integer.parseInt(times[1]);
                for (int i = 0; i < count; i++) {
                    script.add(times == null ? step : times[0]);
                }
            }
        }
    }

    /** What it does after the script. */
    public ScriptedEndpoint usually(String step) {
        usual = step;
        return this;
    }

    /** Every answer takes so long. */
    public ScriptedEndpoint latency(int millis) {
        latencyMillis = millis;
        return this;
    }

    /** Refuses who does not show it. */
    public ScriptedEndpoint wantKey(String wanted) {
        key = Optional.of(wanted);
        return this;
    }

    /** Refuses larger requests with 413. */
    public ScriptedEndpoint mostBytes(int most) {
        mostBytes = most;
        return this;
    }

    /** Told every request when it was answered. */
    public ScriptedEndpoint log(Consumer<Received> listener) {
        log = listener;
        return this;
    }

    /** The address to enter. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** All transcription requests, in the order of their answers; waits for what is half told. */
    public List<Received> received() {
        synchronized (received) {
            try {
                while (answering > 0) {
                    received.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.copyOf(received);
        }
    }

    private void answering(int more) {
        synchronized (received) {
            answering += more;
            received.notifyAll();
        }
    }

    /** The most that were being answered at the same time. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** What was wrong with requests; empty unless the client has a bug. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        long start = millis();
        going.add(exchange);
        int now = going.size();
        mostAtOnce.accumulateAndGet(now, Math::max);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/models")) {
                models(exchange);
            } else if (path.endsWith("/audio/transcriptions") || path.endsWith("/inference")) {
                transcribe(exchange, body, start, now);
            } else {
                error(exchange, 404, "Invalid URL (" + path + ")", "invalid_request_error", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            going.remove(exchange);
        }
    }

    private void models(HttpExchange exchange) throws IOException {
        if (isAllowed(exchange)) {
            Map<String, String> one = Map.of("id", "whisper-1", "object", "model");
            Map<String, String> other = Map.of("id", "large-v3", "object", "model");
            answer(
                    exchange,
                    200,
                    "application/json",
                    Json.write(Map.of("data", List.of(one, other))));
        }
    }

    private boolean isAllowed(HttpExchange exchange) throws IOException {
        if (key.isPresent() && !shown(exchange).equals(key.get())) {
            error(exchange, 401, "Incorrect API key provided.", null, "invalid_api_key");
            return false;
        }
        return true;
    }

    private static String shown(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null ? "" : header.replaceFirst("^Bearer ", "");
    }

    private void transcribe(HttpExchange exchange, byte[] body, long start, int now)
            throws IOException, InterruptedException {
        String step = next();
        Form form;
        short[] samples;
        try {
            String length = exchange.getRequestHeaders().getFirst("Content-Length");
            Form.require(String.valueOf(body.length).equals(length), "length " + length);
            Form.require("POST".equals(exchange.getRequestMethod()), exchange.getRequestMethod());
            form = new Form(exchange.getRequestHeaders().getFirst("Content-Type"), body);
            samples = samples(form.file);
            checkFields(form);
        } catch (IllegalArgumentException e) {
            mistakes.add(e.getMessage());
            error(exchange, 400, "malformed: " + e.getMessage(), "invalid_request_error", null);
            return;
        }
        List<ToneClock.Heard> heard = ToneClock.hear(samples);
        double seconds = (double) samples.length / ToneClock.SAMPLE_RATE;
        rest(latencyMillis);
        int answers = step.equals("hang") ? 0 : 1;
        answering(answers);
        try {
            if (!isAllowed(exchange)) {
                return;
            }
            if (body.length > mostBytes) {
                tooLarge(exchange, body.length);
                return;
            }
            act(exchange, step, form, heard, seconds);
        } finally {
            List<String> words = heard.stream().map(ToneClock.Heard::word).toList();
            Received one =
                    new Received(
                            start,
                            millis(),
                            body.length,
                            seconds,
                            words,
                            step,
                            now,
                            form.fields,
                            shown(exchange));
            received.add(one);
            log.accept(one);
            answering(-answers);
        }
    }

    private String next() {
        synchronized (script) {
            return script.isEmpty() ? usual : script.poll();
        }
    }

    private static void checkFields(Form form) {
        String format = form.field("response_format");
        List<String> times = form.fields.getOrDefault("timestamp_granularities[]", List.of());
        Form.require(!form.field("model").isEmpty(), "no model");
        Form.require(List.of("json", "verbose_json").contains(format), "format " + format);
        Form.require(times.isEmpty() || format.equals("verbose_json"), "times with plain json");
        Form.require(times.isEmpty() || times.equals(List.of("word", "segment")), "times " + times);
        Form.require(form.fileName.endsWith(".wav"), form.fileName);
    }

    /** The sound of a file whose header is right in every field. */
    private static short[] samples(byte[] wav) {
        Form.require(wav.length >= WAV_HEADER, "no WAV");
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        String names =
                new String(wav, 0, 4, StandardCharsets.US_ASCII)
                        + new String(wav, 8, 8, StandardCharsets.US_ASCII)
                        + new String(wav, 36, 4, StandardCharsets.US_ASCII);
        boolean right =
                names.equals("RIFFWAVEfmt data")
                        && bytes.getInt(4) == wav.length - 8
                        && bytes.getInt(16) == 16
                        && bytes.getShort(20) == 1
                        && bytes.getShort(22) == 1
                        && bytes.getInt(24) == ToneClock.SAMPLE_RATE
                        && bytes.getInt(28) == ToneClock.SAMPLE_RATE * 2
                        && bytes.getShort(32) == 2
                        && bytes.getShort(34) == 16
                        && bytes.getInt(40) == wav.length - WAV_HEADER;
        Form.require(right, "the header of the WAV");
        short[] samples = new short[(wav.length - WAV_HEADER) / 2];
        bytes.position(WAV_HEADER);
        bytes.asShortBuffer().get(samples);
        return samples;
    }

    private void act(
            HttpExchange exchange,
            String step,
            Form form,
            List<ToneClock.Heard> heard,
            double seconds)
            throws IOException, InterruptedException {
        String[] word = step.split(":", 2);
        String more = word.length > 1 ? word[1] : "";
        boolean verbose = form.field("response_format").equals("verbose_json");
        switch (word[0]) {
            case "hang" -> closing.await();
            case "delay" -> {
                rest(Integer.parseInt(more));
                tell(exchange, Dialect.OPENAI, verbose, heard, seconds);
            }
            case "quota" ->
                    error(
                            exchange,
                            429,
                            "You exceeded your current quota.",
                            "insufficient_quota",
                            "insufficient_quota");
            case "spend" ->
                    error(exchange, 429, "Budget used up.", null, "project_spend_limit_exceeded");
            case "key" ->
                    error(
                            exchange,
                            401,
                            "Incorrect API key provided: " + shown(exchange),
                            null,
                            "invalid_api_key");
            case "noverbose" -> {
                if (verbose) {
                    error(
                            exchange,
                            400,
                            "response_format 'verbose_json' is not compatible with"
                                    + " model '"
                                    + form.field("model")
                                    + "'. Use 'json' or 'text' instead.",
                            "invalid_request_error",
                            "unsupported_value");
                } else {
                    tell(exchange, Dialect.TEXT, false, heard, seconds);
                }
            }
            case "nowords" -> {
                if (form.fields.containsKey("timestamp_granularities[]")) {
                    error(
                            exchange,
                            400,
                            "timestamp granularity 'word' is not supported",
                            null,
                            null);
                } else {
                    tell(exchange, Dialect.VLLM, verbose, heard, seconds);
                }
            }
            case "close" -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                going.remove(exchange);
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"text\": \"only the beg".getBytes());
                exchange.getResponseBody().flush();
            }
            case "invalid" -> answer(exchange, 200, "application/json", "{\"text\": \"a\", ");
            case "html" -> answer(exchange, 502, "text/html", "<html><h1>Bad Gateway</h1></html>");
            case "page" -> answer(exchange, 200, "text/html", "<!doctype html><p>Log in</p>");
            case "redirect" -> {
                exchange.getResponseHeaders().set("Location", more);
                going.remove(exchange);
                exchange.sendResponseHeaders(307, -1);
            }
            default -> {
                if (step.matches("\\d{3}(:.*)?")) {
                    status(exchange, Integer.parseInt(word[0]), more);
                } else {
                    String name = step.equals("ok") ? "openai" : step;
                    Dialect dialect = Dialect.valueOf(name.toUpperCase(Locale.ROOT));
                    tell(exchange, dialect, verbose, heard, seconds);
                }
            }
        }
    }

    private void status(HttpExchange exchange, int status, String more) throws IOException {
        if (more.equals("date")) {
            ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2);
            String date = then.format(DateTimeFormatter.RFC_1123_DATE_TIME);
            exchange.getResponseHeaders().set("Retry-After", date);
        } else if (more.equals("reset")) {
            exchange.getResponseHeaders().set("x-ratelimit-reset-requests", "1m0.5s");
        } else if (!more.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", more);
        }
        if (status == 413) {
            tooLarge(exchange, LIMIT + 1);
        } else {
            String code = status == 429 ? "rate_limit_exceeded" : null;
            error(exchange, status, "The server says " + status, "some_error", code);
        }
    }

    private void tooLarge(HttpExchange exchange, int bytes) throws IOException {
        String said = "Maximum content size limit (26214400) exceeded (" + bytes + " bytes read)";
        error(exchange, 413, said, "server_error", null);
    }

    private void tell(
            HttpExchange exchange,
            Dialect dialect,
            boolean verbose,
            List<ToneClock.Heard> heard,
            double seconds)
            throws IOException {
        boolean plain = dialect == Dialect.PLAIN;
        Dialect spoken = verbose || plain ? dialect : Dialect.TEXT;
        String type = plain ? "text/plain" : "application/json";
        answer(exchange, 200, type, spoken.write(heard, seconds));
    }

    private void error(HttpExchange exchange, int status, String message, String type, String code)
            throws IOException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", null);
        error.put("code", code);
        answer(exchange, status, "application/json", Json.write(Map.of("error", error)));
    }

    private void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        going.remove(exchange);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** A server may be slow, and ends when it is closed. */
    private void rest(int millis) throws InterruptedException {
        if (closing.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
        }
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /**
     * Runs until it is killed: {@code PORT [--usual=STEP] [--latency=MS] [--key=KEY]
     * [--max-bytes=N] STEP...}; prints its address, then a line of JSON for each request.
     */
    public static void main(String[] args) throws IOException {
        String[] steps =
                Arrays.stream(args)
                        .skip(1)
                        .filter(arg -> !arg.startsWith("--"))
                        .toArray(String[]::new);
        ScriptedEndpoint endpoint = new ScriptedEndpoint(Integer.parseInt(args[0]), steps);
        option(args, "usual").ifPresent(endpoint::usually);
        option(args, "latency").map(Integer::valueOf).ifPresent(endpoint::latency);
        option(args, "key").ifPresent(endpoint::wantKey);
        option(args, "max-bytes").map(Integer::valueOf).ifPresent(endpoint::mostBytes);
        endpoint.log(
                one -> {
                    synchronized (endpoint) {
                        System.out.println(Json.write(one));
                        System.out.flush();
                    }
                });
        System.out.println(endpoint.url());
        System.out.flush();
    }

    private static Optional<String> option(String[] args, String name) {
        String start = "--" + name + "=";
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(start))
                .map(arg -> arg.substring(start.length()))
                .findFirst();
    }
}
