package auralis.library.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.media.MediaException;
import auralis.library.model.ModelStore;
import auralis.library.separate.Separations;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.remote.ToneClock;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TranscriptionsTest {
    private static final int SECONDS = 80;
    private static final int SENTENCES = 10;
    private static final TranscriptionSettings SETTINGS =
            TranscriptionSettings.with(Engine.REMOTE, "");

    /** Sentences of four words, and four seconds of silence behind each. */
    private static final IntPredicate SPOKEN = second -> second % 8 < 4;

    @TempDir private Path folder;
    private Path talk;
    private ScriptedRecogniser recogniser = new ScriptedRecogniser(20, 1);
    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private long usableBytes = Long.MAX_VALUE;

    @BeforeEach
    void record() throws IOException {
        talk = recording("talk.wav", SECONDS, SPOKEN);
    }

    private Path recording(String name, int seconds, IntPredicate spoken) throws IOException {
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

    // ---- what it makes

    @Test
    void tellsWordsAndSilencesWithTheirTimes() throws Exception {
        Transcript transcript = run(SETTINGS);

        assertThat(transcript.words()).extracting(Word::text).isEqualTo(spoken(SECONDS, SPOKEN));
        assertThat(transcript.words().get(9).start()).isCloseTo(17, within(0.15));
        assertThat(transcript.silences()).hasSize(SENTENCES);
        assertThat(transcript.silences().get(0).start()).isCloseTo(4, within(0.3));
        assertThat(transcript.silences().get(0).end()).isCloseTo(8, within(0.1));
        assertThat(transcript.seconds()).isEqualTo(SECONDS);
        assertThat(transcript.chunks()).isEqualTo(SENTENCES);
        assertThat(transcript.successRate()).isEqualTo(1);
        assertThat(transcript.isComplete()).isTrue();
        assertThat(transcript.language()).contains("en");
        assertThat(transcript.engine()).isEqualTo("scripted");
        assertThat(left("work")).isEmpty();
    }

    @Test
    void sendsOnlyVoice() throws Exception {
        run(SETTINGS);
        double sent = recogniser.asked.stream().mapToDouble(Span::seconds).sum();
        assertThat(sent).isBetween(36.0, 44.0);
    }

    @Test
    void whatIsKnownIsNotHeardAgain() throws Exception {
        Transcript first = run(SETTINGS);
        int requests = recogniser.asked.size();
        assertThat(run(SETTINGS)).isEqualTo(first);
        assertThat(recogniser.asked).hasSize(requests);
        assertThat(transcriptions().find(talk)).contains(first);
        assertThat(left("work")).isEmpty();
    }

    @Test
    void whatCannotBeReadLeavesNothing() throws Exception {
        Files.write(talk, new byte[5000]);
        assertThatThrownBy(() -> run(SETTINGS)).isInstanceOf(IOException.class);
        assertThat(left("work")).isEmpty();
    }

    @Test
    void silencesAreOfTheLengthThatIsAskedForNow() throws Exception {
        Transcript first = run(SETTINGS);
        Transcript again = run(silencesOf(5));
        assertThat(again.silences()).isEmpty();
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(run(SETTINGS)).isEqualTo(first);
    }

    private static TranscriptionSettings silencesOf(double seconds) {
        return new TranscriptionSettings(
                SETTINGS.engine(),
                SETTINGS.model(),
                SETTINGS.language(),
                SETTINGS.chunkSeconds(),
                SETTINGS.parallel(),
                SETTINGS.rateLimitMs(),
                seconds,
                SETTINGS.isolateVocals(),
                SETTINGS.text());
    }

    @Test
    void speechThatHadToBeCutHasEachWordOnce() throws Exception {
        talk = recording("long.wav", 60, second -> true);
        recogniser = new ScriptedRecogniser(7.3, 3);
        Transcript transcript = run(SETTINGS);
        assertThat(transcript.chunks()).isGreaterThan(8);
        assertThat(transcript.words()).extracting(Word::text).isEqualTo(spoken(60, second -> true));
        assertThat(recogniser.asked).allMatch(piece -> piece.seconds() < 7.4);
    }

    @Test
    void withoutAModelTellsWhereSomebodySpeaks() throws Exception {
        Transcript transcript = run(TranscriptionSettings.with(Engine.CLASSIC, ""));
        assertThat(transcript.segments()).hasSize(SENTENCES);
        assertThat(transcript.segments()).allMatch(segment -> segment.text().isEmpty());
        assertThat(transcript.silences()).hasSize(SENTENCES);
        assertThat(transcript.successRate()).isEqualTo(1);
        assertThat(left("work")).isEmpty();
    }

    @Test
    void showsWhatIsKnownWhileItGoesOn() throws Exception {
        List<Integer> done = new ArrayList<>();
        List<Optional<Transcript>> asked = new ArrayList<>();
        Transcriptions transcriptions = transcriptions();
        CountDownLatch shown = new CountDownLatch(1);
        recogniser.script(
                (piece, attempt) -> {
                    if (piece.start() > 4) {
                        shown.await();
                    }
                });
        transcriptions.of(
                talk,
                SETTINGS,
                soFar -> {
                    done.add(soFar.chunksDone());
                    asked.add(transcriptions.partial(talk));
                    shown.countDown();
                },
                Progress.NONE);
        assertThat(done).isSorted().doesNotHaveDuplicates().isNotEmpty();
        assertThat(done.get(0)).isLessThan(SENTENCES);
        assertThat(asked).allMatch(Optional::isPresent);
        assertThat(transcriptions.partial(talk)).isEmpty();
    }

    @Test
    void countsToTheEnd() throws Exception {
        AtomicLong total = new AtomicLong();
        AtomicLong done = new AtomicLong();
        List<String> phases = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void total(long units) {
                        total.set(units);
                    }

                    @Override
                    public void advance(long units) {
                        done.addAndGet(units);
                    }

                    @Override
                    public void phase(String key) {
                        phases.add(key);
                    }

                    @Override
                    public void checkpoint() {}
                };
        recogniser.script(failing(3, 2, Remedy.RETRY));
        transcriptions().of(talk, SETTINGS, soFar -> {}, progress);
        assertThat(done.doubleValue() / total.doubleValue()).isCloseTo(1, within(0.001));
        assertThat(phases).containsExactly("decoding", "listening", "transcribing");
    }

    @Test
    void takesTheMusicAwayFirstWhereThatIsAskedFor() throws Exception {
        talk = recording("song.wav", 16, SPOKEN);
        TranscriptionSettings song =
                new TranscriptionSettings(
                        Engine.REMOTE, "", "en", Optional.empty(), 1, 0, 2, true, Optional.empty());
        assertThat(transcriptions().needsBytes(talk, song))
                .as("four stems of 32 bits, and the sound")
                .isBetween(4L * 4 * 16 * 16_000 + 16 * 32_000, 6_000_000L);
        Transcript transcript = run(song);
        assertThat(transcript.seconds()).isEqualTo(16);
        assertThat(transcript.language()).contains("en");
        assertThat(folder.resolve("stems")).isDirectoryContaining(set -> Files.isDirectory(set));
    }

    // ---- several at once, and again

    @Test
    void asksForNoMoreAtOnceThanAllowed() throws Exception {
        recogniser = new ScriptedRecogniser(20, 9);
        CountDownLatch five = new CountDownLatch(5);
        recogniser.script(
                (piece, attempt) -> {
                    five.countDown();
                    assertThat(five.await(20, TimeUnit.SECONDS)).isTrue();
                });
        assertThat(run(SETTINGS).isComplete()).isTrue();
        assertThat(recogniser.mostAtOnce).hasValue(5);
    }

    @Test
    void triesThreeTimesAndWaitsLongerEachTime() throws Exception {
        recogniser.script(failing(0, 2, Remedy.RETRY));
        assertThat(run(SETTINGS).isComplete()).isTrue();
        assertThat(slept).hasSize(2);
        assertThat(slept.get(0).toMillis()).isBetween(750L, 1250L);
        assertThat(slept.get(1).toMillis()).isBetween(1500L, 2500L);
    }

    @Test
    void tooManyRequestsAreNotThePiecesFault() throws Exception {
        recogniser.script(
                (piece, attempt) -> {
                    if (piece.equals(first()) && attempt <= 8) {
                        throw ScriptedRecogniser.wait(Duration.ofSeconds(5));
                    }
                });
        assertThat(run(SETTINGS).isComplete()).isTrue();
        assertThat(slept).hasSize(8).allMatch(time -> time.toSeconds() >= 5);
    }

    @Test
    void aServerThatNeverHasTimeLeavesAGap() throws Exception {
        recogniser.script(
                (piece, attempt) -> {
                    if (piece.equals(first())) {
                        throw ScriptedRecogniser.wait(Duration.ofSeconds(40));
                    }
                });
        Transcript transcript = run(SETTINGS);
        assertThat(transcript.gaps()).hasSize(1);
        // Three windows of a minute, of which each has two attempts.
        assertThat(slept).hasSizeBetween(3, 5);
    }

    @Test
    void whatIsTooLargeGoesInHalves() throws Exception {
        talk = recording("long.wav", 32, second -> true);
        recogniser = new ScriptedRecogniser(16, 2);
        recogniser.script(
                (piece, attempt) -> {
                    if (piece.seconds() > 9) {
                        throw ScriptedRecogniser.failure(Remedy.HALVE);
                    }
                });
        Transcript transcript = run(SETTINGS);
        assertThat(transcript.isComplete()).isTrue();
        assertThat(transcript.words()).extracting(Word::text).isEqualTo(spoken(32, second -> true));
        assertThat(slept).isEmpty();
    }

    @Test
    void halvesAreNotCutWithinAWord() throws Exception {
        talk = recording("long.wav", 64, second -> true);
        recogniser = new ScriptedRecogniser(35, 1);
        recogniser.script(
                (piece, attempt) -> {
                    if (piece.seconds() > 20) {
                        throw ScriptedRecogniser.failure(Remedy.HALVE);
                    }
                });
        assertThat(run(SETTINGS).words())
                .extracting(Word::text)
                .isEqualTo(spoken(64, second -> true));
    }

    @Test
    void onePieceThatFailsIsAGapThatIsFilledLater() throws Exception {
        recogniser.script(failing(3, 3, Remedy.RETRY));
        Transcript partial = run(SETTINGS);
        assertThat(partial.gaps()).hasSize(1);
        assertThat(partial.gaps().get(0).start()).isCloseTo(24, within(0.3));
        assertThat(partial.chunksDone()).isEqualTo(SENTENCES - 1);
        assertThat(partial.words()).hasSize(36);

        recogniser.asked.clear();
        Transcript whole = run(SETTINGS);
        assertThat(recogniser.asked).hasSize(1);
        assertThat(whole.isComplete()).isTrue();
        assertThat(whole.words()).extracting(Word::text).isEqualTo(spoken(SECONDS, SPOKEN));
        assertThat(left("work")).isEmpty();
    }

    @Test
    void stopsWhereAllFailAndGoesOnLater() throws Exception {
        recogniser.script(failing(4, Integer.MAX_VALUE, Remedy.RETRY));
        assertThatThrownBy(() -> run(SETTINGS))
                .isInstanceOf(RecognitionException.class)
                .hasMessage("It said RETRY.");
        assertThat(recogniser.asked).hasSize(4 + 3 * 3);

        recogniser.script((piece, attempt) -> {});
        recogniser.asked.clear();
        assertThat(run(SETTINGS).isComplete()).isTrue();
        assertThat(recogniser.asked).hasSize(SENTENCES - 4);
    }

    @Test
    void aQuotaStopsAtOnceAndKeepsWhatIsDone() throws Exception {
        recogniser.script(failing(2, Integer.MAX_VALUE, Remedy.STOP));
        assertThatThrownBy(() -> run(SETTINGS)).hasMessage("It said STOP.");
        assertThat(recogniser.asked).hasSize(3);

        recogniser.script((piece, attempt) -> {});
        recogniser.asked.clear();
        assertThat(run(SETTINGS).words()).hasSize(40);
        assertThat(recogniser.asked).hasSize(SENTENCES - 2);
    }

    @Test
    void aFaultOfTheProgramIsNoGap() {
        recogniser.script(
                (piece, attempt) -> {
                    throw new IllegalStateException("a bug");
                });
        assertThatThrownBy(() -> run(SETTINGS)).isInstanceOf(IllegalStateException.class);
    }

    // ---- what survives

    @Test
    void aTornJournalCostsOnlyWhatWasTorn() throws Exception {
        recogniser.script(failing(6, Integer.MAX_VALUE, Remedy.STOP));
        assertThatThrownBy(() -> run(SETTINGS)).isInstanceOf(RecognitionException.class);
        Path journal = journal();
        long whole = Files.size(journal);
        for (int torn : new int[] {1, 20}) {
            try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
                file.setLength(whole - torn);
            }
            recogniser.asked.clear();
            assertThatThrownBy(() -> run(SETTINGS)).isInstanceOf(RecognitionException.class);
            assertThat(recogniser.asked).as("torn and failed").hasSize(2);
        }
        recogniser.script((piece, attempt) -> {});
        recogniser.asked.clear();
        Transcript transcript = run(SETTINGS);
        assertThat(recogniser.asked).hasSize(SENTENCES - 6);
        assertThat(transcript.words()).extracting(Word::text).isEqualTo(spoken(SECONDS, SPOKEN));
    }

    @Test
    void anotherRecordingUnderTheSameNameIsNotMixedUp() throws Exception {
        recogniser.script(failing(6, Integer.MAX_VALUE, Remedy.STOP));
        assertThatThrownBy(() -> run(SETTINGS)).isInstanceOf(RecognitionException.class);
        recording("talk.wav", 16, SPOKEN);
        recogniser.script((piece, attempt) -> {});
        assertThat(run(SETTINGS).words()).extracting(Word::text).isEqualTo(spoken(16, SPOKEN));
    }

    @Test
    void cancelledKeepsWhatIsDone() throws Exception {
        recogniser = new ScriptedRecogniser(20, 2);
        Thread here = Thread.currentThread();
        AtomicInteger late = new AtomicInteger();
        recogniser.script(
                (piece, attempt) -> {
                    if (piece.start() > 40) {
                        // Once, and when nothing earlier is still being recognised.
                        if (late.incrementAndGet() == 2) {
                            here.interrupt();
                        }
                        Thread.sleep(60_000);
                    }
                });
        assertThatThrownBy(() -> run(SETTINGS)).isInstanceOf(InterruptedException.class);
        Set<Span> first = new HashSet<>(recogniser.asked);
        first.removeIf(piece -> piece.start() > 40);

        recogniser.script((piece, attempt) -> {});
        recogniser.asked.clear();
        assertThat(run(SETTINGS).words()).extracting(Word::text).isEqualTo(spoken(SECONDS, SPOKEN));
        assertThat(recogniser.asked).doesNotContainAnyElementsOf(first);
    }

    @Test
    void cancelledWithinAFileIsCancelled() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(SETTINGS)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void ofARecordingThatWasNotReadToItsEndNothingIsLeft() throws Exception {
        Progress decoding =
                new Progress() {
                    private boolean reached;

                    @Override
                    public void total(long units) {}

                    @Override
                    public void advance(long units) {}

                    @Override
                    public void phase(String key) {
                        reached = key.equals("decoding");
                    }

                    @Override
                    public void checkpoint() throws InterruptedException {
                        if (reached) {
                            throw new InterruptedException();
                        }
                    }
                };
        assertThatThrownBy(() -> transcriptions().of(talk, SETTINGS, soFar -> {}, decoding))
                .isInstanceOf(InterruptedException.class);
        assertThat(left("work")).isEmpty();
    }

    @Test
    void saysWhatRoomItNeedsAndWhere() throws Exception {
        usableBytes = 1_000_000;
        assertThat(transcriptions().needsBytes(talk, SETTINGS)).isBetween(2_560_000L, 4_000_000L);
        assertThatThrownBy(() -> run(SETTINGS))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("talk.wav: transcribing it needs 4 MB")
                .hasMessageContaining(folder.resolve("data").toString())
                .hasMessageContaining("1 MB are free");
        assertThat(recogniser.asked).isEmpty();
    }

    // ---- what the user changed

    @Test
    void whatTheUserChangedStaysWhenItIsMadeAgain() throws Exception {
        Transcript made = run(SETTINGS);
        List<Segment> segments = new ArrayList<>(made.segments());
        Segment second = segments.get(1);
        segments.set(
                1,
                Segment.of(second.start(), second.end(), "mended", List.of())
                        .marked(Segment.Mark.EDITED));
        segments.remove(5);
        transcriptions().keep(talk, made.with(segments));
        assertThat(run(SETTINGS).segments()).isEqualTo(segments);

        TranscriptionSettings other =
                new TranscriptionSettings(
                        Engine.REMOTE,
                        "",
                        "en",
                        Optional.of(10.0),
                        2,
                        0,
                        1,
                        false,
                        Optional.empty());
        Transcript again = run(other);
        assertThat(again.segments()).hasSize(SENTENCES);
        assertThat(again.segments().get(1).text()).isEqualTo("mended");
        assertThat(again.words()).hasSize(36);
        assertThat(transcriptions().find(talk)).contains(again);
        assertThat(left(".")).filteredOn(name -> name.endsWith(".1.json")).hasSize(1);
    }

    @Test
    void keepsTenCopiesOfWhatWasChanged() throws Exception {
        Transcript made = run(SETTINGS);
        for (int i = 0; i < 12; i++) {
            transcriptions().keep(talk, made);
            new TranscriptStore(folder.resolve("data")).put(talk, "", made, List.of());
        }
        assertThat(left(".")).filteredOn(name -> name.matches(".*\\.\\d+\\.json")).hasSize(10);
    }

    // ----

    private static List<String> spoken(int seconds, IntPredicate spoken) {
        List<String> words = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            if (spoken.test(second)) {
                words.add("t" + second);
            }
        }
        return words;
    }

    private Span first() {
        return recogniser.asked.get(0);
    }

    /** Fails from the sentence of a number on, or at that one only. */
    private static ScriptedRecogniser.Script failing(int sentence, int attempts, Remedy remedy) {
        return (piece, attempt) -> {
            int number = (int) Math.round(piece.start() / 8);
            boolean one = attempts < Integer.MAX_VALUE;
            if ((one ? number == sentence : number >= sentence) && attempt <= attempts) {
                throw ScriptedRecogniser.failure(remedy);
            }
        };
    }

    private Transcript run(TranscriptionSettings settings)
            throws IOException, InterruptedException {
        return transcriptions().of(talk, settings, soFar -> {}, Progress.NONE);
    }

    private Transcriptions transcriptions() {
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

    private Path journal() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data/work"))) {
            return all.filter(file -> file.endsWith("job.jsonl")).findFirst().orElseThrow();
        }
    }

    private List<String> left(String name) throws IOException {
        Path there = folder.resolve("data").resolve(name);
        try (Stream<Path> all = Files.list(there)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
