package auralis.library.transcribe.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.VoiceActivity;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextAlignerTest {
    private static final int RATE = SpeechFile.SAMPLE_RATE;
    private static final Path NO_PROGRAM = Path.of("no", "such", "espeak-ng");

    @TempDir Path folder;

    private final TextAligner byLength = new TextAligner(Optional.empty());

    @Test
    void longLinesTakeLongAndBeginAtPauses() throws Exception {
        List<Span> voice =
                List.of(new Span(1, 4), new Span(5, 6), new Span(7, 11), new Span(12, 13.5));
        String text =
                "ba ba ba ba ba ba ba ba ba\nba ba ba\nba ba ba ba ba ba ba ba ba ba ba ba\nba ba";

        List<Segment> segments = align(byLength, bursts(15, voice), voice, text);

        assertThat(segments).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(segments.get(i).start()).isCloseTo(voice.get(i).start(), within(0.01));
            assertThat(segments.get(i).end()).isCloseTo(voice.get(i).end(), within(0.01));
        }
        wordsFollowEachOther(segments);
    }

    @Test
    void severalLinesInOneBreathBeginBetweenSyllables() throws Exception {
        List<Span> voice = List.of(new Span(2, 8));

        List<Segment> segments =
                align(byLength, bursts(10, voice), voice, "ba ba ba ba\nba ba ba ba\nba ba ba ba");

        assertThat(segments.get(1).start()).isCloseTo(4, within(0.3));
        assertThat(segments.get(2).start()).isCloseTo(6, within(0.3));
        // A syllable is 0.25 s.
        double inSyllable = segments.get(1).start() % 0.25;
        assertThat(Math.min(inSyllable, 0.25 - inSyllable)).isLessThan(0.05);
    }

    @Test
    void moreLinesThanVoiceAreAllThere() throws Exception {
        List<Span> voice = List.of(new Span(2, 3));
        String text = "ba ba ba ba ba\n".repeat(50);

        List<Segment> segments = align(byLength, bursts(4, voice), voice, text);

        assertThat(segments).hasSize(50);
        wordsFollowEachOther(segments);
        assertThat(segments.get(0).start()).isGreaterThanOrEqualTo(2);
        assertThat(segments.get(49).end()).isCloseTo(3, within(0.01));
    }

    @Test
    void withoutVoiceTheTextIsSpreadOverAll() throws Exception {
        List<Segment> segments = align(byLength, new float[8 * RATE], List.of(), "one\ntwo");

        assertThat(segments).hasSize(2);
        assertThat(segments.get(0).start()).isZero();
        assertThat(segments.get(1).end()).isCloseTo(8, within(0.01));
    }

    @Test
    void annotationsHaveNoWordsAndStandBeforeTheirLine() throws Exception {
        List<Span> voice = List.of(new Span(5, 7));

        List<Segment> segments =
                align(byLength, bursts(8, voice), voice, "[Chorus]\nba ba ba\n[End]");

        assertThat(segments)
                .extracting(Segment::text)
                .containsExactly("[Chorus]", "ba ba ba", "[End]");
        assertThat(segments.get(0).marks()).containsExactly(Mark.ANNOTATION);
        assertThat(segments.get(0).words()).isEmpty();
        assertThat(segments.get(0).start()).isEqualTo(3);
        assertThat(segments.get(0).end()).isEqualTo(segments.get(1).start());
        assertThat(align(byLength, bursts(8, voice), voice, "[Chorus]\n\n")).isEmpty();
    }

    @Test
    void anyScriptIsAligned() throws Exception {
        List<Span> voice = List.of(new Span(0.5, 3), new Span(4, 6));

        List<Segment> segments = align(byLength, bursts(7, voice), voice, "我喜欢音乐我喜欢\nساعة جميلة");

        assertThat(segments.get(1).start()).isCloseTo(4, within(0.01));
        wordsFollowEachOther(segments);
    }

    @Test
    void aProgramThatDoesNotStartIsDoneWithout() throws Exception {
        List<Span> voice = List.of(new Span(1, 2), new Span(3, 4));

        List<Segment> segments =
                align(
                        new TextAligner(Optional.of(NO_PROGRAM)),
                        bursts(5, voice),
                        voice,
                        "ba ba ba\nba ba ba");

        assertThat(segments.get(1).start()).isCloseTo(3, within(0.01));
    }

    @Test
    void classicTellsVoiceAndInventsNoWords() throws Exception {
        List<Span> voice = List.of(new Span(1, 2), new Span(3, 4.5));
        Classic classic = new Classic(byLength);
        try (SpeechFile recording = recording(bursts(5, voice))) {
            List<Segment> blank =
                    classic.segments(recording, voice, Optional.of(" \n"), "en", Progress.NONE);
            List<Segment> known =
                    classic.segments(recording, voice, Optional.of("ba ba"), "en", Progress.NONE);

            assertThat(blank)
                    .containsExactly(
                            Segment.of(1, 2, "", List.of()), Segment.of(3, 4.5, "", List.of()));
            assertThat(known).extracting(Segment::text).containsExactly("ba ba");
            assertThat(
                            classic.segments(
                                    recording, List.of(), Optional.empty(), "en", Progress.NONE))
                    .isEmpty();
        }
    }

    @Test
    void cancellingIsNoticed() throws Exception {
        List<Span> voice = List.of(new Span(1, 2));
        try (SpeechFile recording = recording(bursts(3, voice))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> byLength.align(recording, voice, "ba", "en", Progress.NONE))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anotherVoiceFindsWhatWasSaid() throws Exception {
        assumeTrue(EspeakVoice.find().isPresent(), "no espeak-ng");
        long before = folders();
        Spoken spoken =
                Spoken.of(
                                folder,
                                SpokenLines.ENGLISH,
                                new String[] {"en-us+f3", "190", "60"},
                                new Random(3),
                                5)
                        .withMoreText();
        VoiceActivity activity = new VoiceActivity(RATE);
        activity.add(spoken.sound(), 0, spoken.sound().length);

        List<Segment> segments =
                align(new TextAligner(), spoken.sound(), activity.voice(), spoken.text());

        for (int i = 0; i < segments.size(); i++) {
            if (!Double.isNaN(spoken.starts().get(i))) {
                assertThat(segments.get(i).start())
                        .as(segments.get(i).text())
                        .isCloseTo(spoken.starts().get(i), within(0.5));
            }
        }
        wordsFollowEachOther(segments);
        assertThat(folders()).as("folders left behind").isEqualTo(before);
    }

    @Test
    void cancellingTheVoiceLeavesNothingBehind() throws Exception {
        assumeTrue(EspeakVoice.find().isPresent(), "no espeak-ng");
        long before = folders();
        List<Span> voice = List.of(new Span(1, 2));
        try (SpeechFile recording = recording(bursts(3, voice))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(
                            () ->
                                    new TextAligner()
                                            .align(recording, voice, "ba", "en", Progress.NONE))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(folders()).as("folders left behind").isEqualTo(before);
    }

    private static long folders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::getFileName)
                    .filter(name -> name.toString().startsWith("auralis-voice"))
                    .count();
        }
    }

    private static void wordsFollowEachOther(List<Segment> segments) {
        double last = 0;
        for (Segment segment : segments) {
            assertThat(segment.words()).isNotEmpty().allMatch(Word::estimated);
            for (Word word : segment.words()) {
                assertThat(word.start()).isGreaterThanOrEqualTo(last - 1e-6);
                last = word.end();
            }
            assertThat(last).isLessThanOrEqualTo(segment.end() + 1e-6);
        }
    }

    private List<Segment> align(TextAligner aligner, float[] sound, List<Span> voice, String text)
            throws IOException, InterruptedException {
        try (SpeechFile recording = recording(sound)) {
            return aligner.align(recording, voice, text, "en", Progress.NONE);
        }
    }

    private SpeechFile recording(float[] sound) throws IOException {
        Path file = folder.resolve("heard.raw");
        new Spoken(sound, List.of(), List.of(), new ArrayList<>()).write(file);
        return new SpeechFile(file);
    }

    /** Four syllables in a second. */
    private static float[] bursts(double seconds, List<Span> voice) {
        float[] sound = new float[(int) (seconds * RATE)];
        Random random = new Random(2);
        for (Span span : voice) {
            for (int i = (int) (span.start() * RATE); i < (int) (span.end() * RATE); i++) {
                double syllable = Math.abs(Math.sin(4 * Math.PI * i / RATE));
                sound[i] = (float) (0.1 * syllable * random.nextGaussian());
            }
        }
        return sound;
    }
}
