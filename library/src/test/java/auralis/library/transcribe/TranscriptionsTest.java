package auralis.library.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TranscriptionsTest extends TranscriptionsTestCase {
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
}
