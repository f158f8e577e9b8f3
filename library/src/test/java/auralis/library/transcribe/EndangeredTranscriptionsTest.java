package auralis.library.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.QuietProgress;
import auralis.library.media.MediaException;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.Word;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fails, is cancelled or torn costs no more than it must. */
@Timeout(60)
class EndangeredTranscriptionsTest extends TranscriptionsTestCase {
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
                new QuietProgress() {
                    private boolean reached;

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
}
