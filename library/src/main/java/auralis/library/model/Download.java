package auralis.library.model;

import auralis.dsp.Progress;
import auralis.library.media.DiskSpace;
import auralis.library.media.FileHash;
import auralis.library.model.Offer.RemoteFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings one file from where it is published, going on where an earlier try ended (RFC 9110, 14.2),
 * and takes it only when size and SHA-256 are right.
 */
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final RemoteFile file;
    private final Path part;

    /**
     * @param part where it is put; what is there already of it is kept
     */
    Download(RemoteFile file, Path part) {
        this.file = file;
        this.part = part;
    }

    /**
     * @param progress is advanced by the bytes
     * @throws IOException with a sentence; what came so far stays for the next try, but for a wrong
     *     content
     * @throws InterruptedException when cancelled; likewise
     */
    void run(Progress progress) throws IOException, InterruptedException {
        long there = Files.exists(part) ? Files.size(part) : 0;
        if (there > file.bytes()) {
            Files.delete(part);
            there = 0;
        }
        DiskSpace.require(part, file.bytes() - there);
        if (there < file.bytes()) {
            fetch(there, progress);
        } else {
            progress.advance(there);
        }
        check(progress);
    }

    private void fetch(long from, Progress progress) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(file.url()).timeout(ANSWER).GET();
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try (Arrival arrival = new Arrival(from)) {
            CompletableFuture<HttpResponse<Void>> coming =
                    client.sendAsync(request.build(), arrival);
            try {
                int status = await(coming, arrival, progress).statusCode();
                if (status != OK && status != PARTIAL) {
                    throw failed("it answered with code " + status, null);
                }
            } catch (ExecutionException e) {
                throw failed("the connection broke off", e.getCause());
            } finally {
                coming.cancel(true);
            }
        }
    }

    /** Reading a body in this thread could not be interrupted. */
    private HttpResponse<Void> await(
            CompletableFuture<HttpResponse<Void>> coming, Arrival arrival, Progress progress)
            throws IOException, InterruptedException, ExecutionException {
        long told = 0;
        long last = System.nanoTime();
        while (true) {
            boolean over = isOver(coming);
            long arrived = arrival.bytes.get();
            if (arrived > told) {
                last = System.nanoTime();
                progress.advance(arrived - told);
                told = arrived;
            } else if (System.nanoTime() - last > SILENCE.toNanos()) {
                throw failed("nothing came for " + SILENCE.toSeconds() + " s", null);
            }
            if (over) {
                return coming.get();
            }
            progress.checkpoint();
        }
    }

    private static boolean isOver(CompletableFuture<?> coming)
            throws InterruptedException, ExecutionException {
        try {
            coming.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Puts what comes into the part, on threads of the client. */
    private final class Arrival implements HttpResponse.BodyHandler<Void>, Closeable {
        private final long from;
        private final AtomicLong bytes = new AtomicLong();
        private FileChannel out;

        Arrival(long from) {
            this.from = from;
        }

        @Override
        public synchronized HttpResponse.BodySubscriber<Void> apply(
                HttpResponse.ResponseInfo answer) {
            if (answer.statusCode() != OK && answer.statusCode() != PARTIAL) {
                return HttpResponse.BodySubscribers.replacing(null);
            }
            try {
                boolean goesOn = answer.statusCode() == PARTIAL;
                out =
                        FileChannel.open(
                                part,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                goesOn
                                        ? StandardOpenOption.APPEND
                                        : StandardOpenOption.TRUNCATE_EXISTING);
                bytes.addAndGet(goesOn ? from : 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(
                    chunk -> chunk.ifPresent(this::write));
        }

        private synchronized void write(byte[] chunk) {
            try {
                ByteBuffer rest = ByteBuffer.wrap(chunk);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                bytes.addAndGet(chunk.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (out != null) {
                out.close();
            }
        }
    }

    private void check(Progress progress) throws IOException, InterruptedException {
        long bytes = Files.size(part);
        if (bytes < file.bytes()) {
            throw failed("only " + bytes + " of " + file.bytes() + " bytes came", null);
        }
        progress.phase("verifying");
        String found = FileHash.sha256(part, progress.uncounted());
        if (bytes != file.bytes() || !found.equalsIgnoreCase(file.sha256())) {
            Files.delete(part);
            throw new Told(
                    file.name()
                            + ": what came from "
                            + file.url().getHost()
                            + " is not the file that was meant (its checksum differs). Nothing was"
                            + " kept; try again later.",
                    null);
        }
    }

    /** A fault that is a sentence already. */
    private static final class Told extends IOException {
        private static final long serialVersionUID = 1;

        Told(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private Told failed(String what, Throwable cause) {
        return new Told(
                file.name()
                        + " could not be downloaded from "
                        + file.url().getHost()
                        + ": "
                        + what
                        + ". Try again; it goes on where it ended.",
                cause);
    }
}
