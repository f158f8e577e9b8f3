package auralis.library.transcribe.remote;

import auralis.dsp.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Sends requests to one server and nowhere else: redirections are not followed, as neither key nor
 * sound is meant for others. HTTP/1.1, because some small servers stumble over the offer of more.
 */
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 50;
    private static final int MOST_BYTES = 64 << 20;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Endpoint endpoint;

    Wire(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A request with the key. */
    HttpRequest.Builder to(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "*/*");
        endpoint.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    /**
     * @param most for all of it
     * @param sent is asked now and then how many bytes went out
     * @throws IOException as the connection has it
     * @throws InterruptedException when cancelled; the connection is closed then
     */
    Answer send(HttpRequest request, Duration most, LongSupplier sent, Progress progress)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, answer -> new Limited().subscriber());
        try {
            HttpResponse<byte[]> answer = await(coming, most, sent, progress);
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            return new Answer(answer.statusCode(), answer.headers(), body);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed
                    ? failed
                    : new IOException(e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    private static <T> T await(
            CompletableFuture<T> coming, Duration most, LongSupplier sent, Progress progress)
            throws IOException, InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long told = 0;
        while (true) {
            try {
                return coming.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.checkpoint();
                long now = sent.getAsLong();
                progress.advance(Math.max(0, now - told));
                told = Math.max(told, now);
                if (System.nanoTime() - begun > most.toNanos()) {
                    throw new HttpTimeoutException("no answer within " + most.toSeconds() + " s");
                }
            }
        }
    }

    /** A body that does not fill the memory. */
    private static final class Limited {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        HttpResponse.BodySubscriber<byte[]> subscriber() {
            return HttpResponse.BodySubscribers.mapping(
                    HttpResponse.BodySubscribers.ofByteArrayConsumer(
                            chunk -> chunk.ifPresent(this::add)),
                    nothing -> bytes.toByteArray());
        }

        private void add(byte[] chunk) {
            if (bytes.size() + chunk.length > MOST_BYTES) {
                throw new IllegalStateException("the answer is longer than " + MOST_BYTES);
            }
            bytes.writeBytes(chunk);
        }
    }
}
