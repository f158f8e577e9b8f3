package auralis.library.transcribe.remote;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A server that hears words: each piece is sent as WAV with one request. It asks for times of words
 * and segments, and for less where the server or its model has no more.
 */
public final class RemoteRecogniser implements Recogniser {
    /** What servers take at most in one request, in bytes. */
    static final long MOST_BYTES = 26_214_400;

    /** Where nobody named a model. */
    private static final String USUAL_MODEL = "whisper-1";

    private static final double CHUNK_SECONDS = 300;

    /** For models that tell no times: those of the pieces are the only ones. */
    private static final double UNTIMED_CHUNK_SECONDS = 60;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(60);
    private static final int PATIENCE = 4;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(2);

    /** Of servers that understood the request and do not like it. */
    private static final Set<Integer> COMPLAINTS = Set.of(400, 422);

    /** What is asked for. */
    private enum Detail {
        WORDS,
        SEGMENTS,
        TEXT
    }

    private final Endpoint endpoint;
    private final String model;
    private final Optional<String> language;
    private final int parallel;
    private final Duration stretch;
    private final RequestRate rate;
    private final Duration leastPatience;
    private final Wire wire;
    private final Refusals refusals;
    private volatile Detail detail = Detail.WORDS;

    RemoteRecogniser(
            Endpoint endpoint,
            Optional<String> model,
            Optional<String> language,
            int parallel,
            int rateLimitMs,
            RequestRate rate) {
        this(endpoint, model, language, parallel, rateLimitMs, rate, LEAST_PATIENCE);
    }

    /**
     * @param leastPatience how long the answer to a short piece may take
     */
    RemoteRecogniser(
            Endpoint endpoint,
            Optional<String> model,
            Optional<String> language,
            int parallel,
            int rateLimitMs,
            RequestRate rate,
            Duration leastPatience) {
        this.endpoint = endpoint;
        this.model = model.or(endpoint::model).orElse(USUAL_MODEL);
        this.language = language;
        this.parallel = Math.min(parallel, endpoint.atOnce());
        this.stretch = Duration.ofMillis(rateLimitMs);
        this.rate = rate;
        this.leastPatience = leastPatience;
        this.wire = new Wire(endpoint);
        this.refusals = new Refusals(endpoint);
    }

    /** For tests: whether their requests count against each other. */
    boolean sharesRateWith(RemoteRecogniser other) {
        return rate == other.rate;
    }

    @Override
    public String engine() {
        return "remote (" + endpoint.host() + ")";
    }

    @Override
    public Optional<String> model() {
        return Optional.of(model);
    }

    @Override
    public String identity() {
        return "remote " + endpoint.transcriptions() + " " + model;
    }

    @Override
    public double chunkSeconds() {
        boolean isUntimed = model.startsWith("gpt-4o") && model.contains("transcribe");
        return isUntimed ? UNTIMED_CHUNK_SECONDS : CHUNK_SECONDS;
    }

    @Override
    public int atOnce() {
        return parallel;
    }

    @Override
    public Recognition recognise(SpeechFile recording, Span piece, Progress progress)
            throws IOException, InterruptedException {
        if (!endpoint.mayShowKey()) {
            throw refusals.unencrypted();
        }
        if (new SpeechBody(recording, piece).isEmpty()) {
            return new Recognition(Optional.empty(), List.of());
        }
        Detail asked = detail;
        Answer answer = ask(recording, piece, asked, progress);
        Optional<Detail> less = less(asked, answer);
        while (less.isPresent()) {
            asked = less.get();
            answer = ask(recording, piece, asked, progress.uncounted());
            less = less(asked, answer);
        }
        Recognition heard = read(answer, piece.seconds());
        detail = asked;
        return heard;
    }

    /** What to ask for instead, where the server says that it has not so much. */
    private static Optional<Detail> less(Detail asked, Answer answer) {
        if (asked == Detail.TEXT || !COMPLAINTS.contains(answer.status())) {
            return Optional.empty();
        }
        Fault fault = Fault.of(answer);
        if (fault.isAboutForm()) {
            return Optional.of(Detail.TEXT);
        }
        return fault.isAboutWords()
                ? Optional.of(asked == Detail.WORDS ? Detail.SEGMENTS : Detail.TEXT)
                : Optional.empty();
    }

    private Answer ask(SpeechFile recording, Span piece, Detail asked, Progress progress)
            throws IOException, InterruptedException {
        SpeechBody body = body(recording, piece, asked);
        if (body.bytes() > MOST_BYTES) {
            throw new RecognitionException(
                    Remedy.HALVE,
                    "The piece is larger than the 25 MB that servers take.",
                    Optional.empty(),
                    null);
        }
        progress.total(body.bytes());
        HttpRequest request =
                wire.to(endpoint.transcriptions())
                        .header("Content-Type", body.contentType())
                        .POST(body.publisher())
                        .build();
        rate.begin(parallel, stretch, progress);
        try {
            return wire.send(request, patience(piece), body::sent, progress);
        } catch (IOException e) {
            throw refusals.of(e);
        } finally {
            rate.end();
        }
    }

    private Duration patience(Span piece) {
        Duration long4 = Duration.ofMillis(Math.round(piece.seconds() * PATIENCE * 1000));
        return long4.compareTo(leastPatience) > 0 ? long4 : leastPatience;
    }

    private SpeechBody body(SpeechFile recording, Span piece, Detail asked) throws IOException {
        SpeechBody body = new SpeechBody(recording, piece);
        body.field("model", model);
        // whisper.cpp takes no word for English unless it is told to find out.
        Optional<String> said =
                endpoint.transcriptions().getPath().endsWith("/inference")
                        ? language.or(() -> Optional.of("auto"))
                        : language;
        said.ifPresent(code -> body.field("language", code));
        body.field("response_format", asked == Detail.TEXT ? "json" : "verbose_json");
        if (asked == Detail.WORDS) {
            body.field("timestamp_granularities[]", "word");
            body.field("timestamp_granularities[]", "segment");
        }
        return body;
    }

    private Recognition read(Answer answer, double seconds) throws RecognitionException {
        if (!answer.isGood()) {
            RecognitionException refused = refusals.of(answer);
            if (refused.remedy() == Remedy.WAIT) {
                rate.slowDown(refused.pause().orElse(USUAL_WAIT));
            }
            throw refused;
        }
        try {
            Recognition heard =
                    answer.isText()
                            ? ResponseReader.text(answer.body(), seconds)
                            : ResponseReader.read(answer.body(), seconds);
            rate.answered();
            return heard;
        } catch (IOException e) {
            throw refusals.unreadable(answer, e);
        }
    }

    /** Connections end by themselves. */
    @Override
    public void close() {}
}
