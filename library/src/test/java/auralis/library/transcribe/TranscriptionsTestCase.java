package auralis.library.transcribe;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.model.ModelStore;
import auralis.library.separate.Separations;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.remote.ToneClock;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A recording of a clock that speaks, and an engine that hears it or fails as a test says. */
abstract class TranscriptionsTestCase {
    static final int SECONDS = 80;
    static final int SENTENCES = 10;
    static final TranscriptionSettings SETTINGS = TranscriptionSettings.with(Engine.REMOTE, "");

    /** Sentences of four words, and four seconds of silence behind each. */
    static final IntPredicate SPOKEN = second -> second % 8 < 4;

    @TempDir Path folder;
    Path talk;
    ScriptedRecogniser recogniser = new ScriptedRecogniser(20, 1);
    final List<Duration> slept = new CopyOnWriteArrayList<>();
    long usableBytes = Long.MAX_VALUE;

    @BeforeEach
    void record() throws IOException {
        talk = recording("talk.wav", SECONDS, SPOKEN);
    }

    Path recording(String name, int seconds, IntPredicate spoken) throws IOException {
        Path file = ToneClock.writeWav(folder.resolve(name), 0);
        try (OutputStream out = Files.newOutputStream(file)) {
            int bytes = seconds * ToneClock.SAMPLE_RATE * 2;
            ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
            header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
            header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
            header.putShort((short) 1).putShort((short) 1).putInt(ToneClock.SAMPLE_RATE);
            header.putInt(2 * ToneClock.SAMPLE_RATE).putShort((short) 2).putShort((short) 16);
            header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
            out.write(header.array());
            for (int second = 0; second < seconds; second++) {
                ByteBuffer sound =
                        ByteBuffer.allocate(2 * ToneClock.SAMPLE_RATE)
                                .order(ByteOrder.LITTLE_ENDIAN);
                if (spoken.test(second)) {
                    sound.asShortBuffer().put(ToneClock.second(second));
                }
                out.write(sound.array());
            }
        }
        return file;
    }

    static List<String> spoken(int seconds, IntPredicate spoken) {
        List<String> words = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            if (spoken.test(second)) {
                words.add("t" + second);
            }
        }
        return words;
    }

    Span first() {
        return recogniser.asked.get(0);
    }

    /** Fails from the sentence of a number on, or at that one only. */
    static ScriptedRecogniser.Script failing(int sentence, int attempts, Remedy remedy) {
        return (piece, attempt) -> {
            int number = (int) Math.round(piece.start() / 8);
            boolean one = attempts < Integer.MAX_VALUE;
            if ((one ? number == sentence : number >= sentence) && attempt <= attempts) {
                throw ScriptedRecogniser.failure(remedy);
            }
        };
    }

    Transcript run(TranscriptionSettings settings) throws IOException, InterruptedException {
        return transcriptions().of(talk, settings, soFar -> {}, Progress.NONE);
    }

    Transcriptions transcriptions() {
        Path data = folder.resolve("data");
        ModelStore models = new ModelStore(folder.resolve("models"), Map.of());
        AtomicLong now = new AtomicLong();
        Patience patience =
                new Patience() {
                    @Override
                    public long nanos() {
                        return now.get() + System.nanoTime();
                    }

                    @Override
                    public void sleep(Duration time) {
                        slept.add(time);
                        now.addAndGet(time.toNanos());
                    }
                };
        return new Transcriptions(
                data,
                settings -> recogniser,
                models,
                new Separations(folder.resolve("stems"), models, List.of()),
                patience,
                at -> usableBytes);
    }

    Path journal() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data/work"))) {
            return all.filter(file -> file.endsWith("job.jsonl")).findFirst().orElseThrow();
        }
    }

    List<String> left(String name) throws IOException {
        Path there = folder.resolve("data").resolve(name);
        try (Stream<Path> all = Files.list(there)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
