package auralis.library.transcribe;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcribe.remote.ToneClock;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Hears the {@link ToneClock}, and fails as a test says. */
final class ScriptedRecogniser implements Recogniser {
    /** What happens to a request. */
    @FunctionalInterface
    interface Script {
        /**
         * @param attempt at this piece, from 1
         */
        void before(Span piece, int attempt) throws IOException, InterruptedException;
    }

    final List<Span> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger going = new AtomicInteger();
    private final Map<Span, Integer> attempts = new ConcurrentHashMap<>();
    private final double chunkSeconds;
    private final int atOnce;
    private volatile Script script = (piece, attempt) -> {};

    ScriptedRecogniser(double chunkSeconds, int atOnce) {
        this.chunkSeconds = chunkSeconds;
        this.atOnce = atOnce;
    }

    ScriptedRecogniser script(Script other) {
        script = other;
        return this;
    }

    static RecognitionException failure(Remedy remedy) {
        return new RecognitionException(remedy, "It said " + remedy + ".", Optional.empty(), null);
    }

    static RecognitionException wait(Duration pause) {
        return new RecognitionException(Remedy.WAIT, "Later.", Optional.of(pause), null);
    }

    @Override
    public String engine() {
        return "scripted";
    }

    @Override
    public Optional<String> model() {
        return Optional.of("clock");
    }

    @Override
    public String identity() {
        return "scripted";
    }

    @Override
    public double chunkSeconds() {
        return chunkSeconds;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public Recognition recognise(SpeechFile recording, Span piece, Progress progress)
            throws IOException, InterruptedException {
        asked.add(piece);
        mostAtOnce.accumulateAndGet(going.incrementAndGet(), Math::max);
        try {
            progress.total(2);
            progress.advance(1);
            script.before(piece, attempts.merge(piece, 1, Integer::sum));
            progress.checkpoint();
            return new Recognition(Optional.of("en"), heard(recording.bytes(piece)));
        } finally {
            going.decrementAndGet();
        }
    }

    private static List<Segment> heard(ByteBuffer bytes) {
        short[] samples = new short[bytes.remaining() / 2];
        bytes.asShortBuffer().get(samples);
        List<Word> words = new ArrayList<>();
        for (ToneClock.Heard heard : ToneClock.hear(samples)) {
            words.add(
                    new Word(
                            heard.start(),
                            heard.end(),
                            heard.word(),
                            OptionalDouble.of(0.9),
                            false));
        }
        return words.isEmpty()
                ? List.of()
                : List.of(
                        Segment.of(
                                words.get(0).start(),
                                words.get(words.size() - 1).end(),
                                String.join(" ", words.stream().map(Word::text).toList()),
                                words));
    }

    @Override
    public void close() {}
}
