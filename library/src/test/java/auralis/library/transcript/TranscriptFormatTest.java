package auralis.library.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.speech.Span;
import auralis.library.json.Json;
import auralis.library.transcript.Segment.Mark;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read again. */
class TranscriptFormatTest {
    /** Texts that break careless writers; each fits into two lines. */
    private static final List<String> HARD =
            List.of(
                    "Plain words.",
                    "café 🎵 naïve 👩‍👩‍👧",
                    "שלום עולם, مرحبا بالعالم",
                    "你好，世界。",
                    "an arrow --> points, -- > this one too",
                    "she said \"yes\", he said 'no', both; and",
                    "a < b && c > d, <i>not a tag</i>",
                    "{\\an8}up there <00:01.00> [00:02.00] x",
                    "00:00:01,000 --> 00:00:02,000",
                    "42",
                    "[00:01.00]",
                    "[ar: nobody]",
                    "[music]",
                    "NOTE this is no comment",
                    "WEBVTT",
                    "=1+1",
                    "\\ backslash\\",
                    "&amp; &lt;");

    @TempDir Path folder;

    private static Word word(double start, double end, String text) {
        return new Word(start, end, text, OptionalDouble.of(0.87654321), false);
    }

    private static Transcript of(List<Segment> segments) {
        return new Transcript(
                "whisper",
                Optional.of("base"),
                Optional.of("en"),
                segments,
                List.of(new Span(0, 0.4), new Span(91.1, 94.25)),
                List.of(new Span(300, 330.5)),
                36_000.123456789,
                12,
                11);
    }

    private static Transcript hard() {
        List<Segment> segments = new ArrayList<>();
        Random random = new Random(3);
        double at = 0.5;
        for (String text : HARD) {
            double end = at + 0.6 + random.nextDouble();
            Optional<String> speaker =
                    segments.size() % 3 == 0 ? Optional.of("Ann & <Bob>, \"x\"") : Optional.empty();
            segments.add(new Segment(at, end, text, List.of(), speaker, Set.of()));
            at = end + 0.7;
        }
        // Beyond an hour and beyond a hundred minutes.
        segments.add(Segment.of(7_322.017, 7_325.338, "two hours later", List.of()));
        return of(segments);
    }

    private Transcript again(Transcript transcript, TranscriptFormat format) throws IOException {
        Path file = folder.resolve("a." + format.extension());
        Files.writeString(file, format.write(transcript, LineRules.USUAL));
        return TranscriptReader.read(file);
    }

    @ParameterizedTest
    @EnumSource
    void hardTextsAndTheirTimesAreReadAgain(TranscriptFormat format) throws IOException {
        Transcript written = hard();
        if (format == TranscriptFormat.TXT) {
            // Nothing tells a line of such a text from one of subtitles.
            written =
                    written.with(
                            written.segments().stream()
                                    .filter(segment -> !segment.text().startsWith("00:00"))
                                    .map(s -> Segment.of(s.start(), s.end(), s.text(), s.words()))
                                    .toList());
        }

        List<Segment> read = again(written, format).segments();

        assertThat(read)
                .extracting(Segment::text)
                .containsExactlyElementsOf(written.segments().stream().map(Segment::text).toList());
        double resolution =
                switch (format) {
                    case JSON -> 0;
                    case SRT, VTT, CSV -> 0.000_501;
                    case LRC, LRC_WORDS -> 0.005_01;
                    case AUDACITY -> 0.000_000_501;
                    case TXT -> Double.MAX_VALUE;
                };
        for (int i = 0; i < read.size(); i++) {
            Segment segment = written.segments().get(i);
            assertThat(read.get(i).start()).isEqualTo(segment.start(), within(resolution));
            assertThat(read.get(i).end()).isEqualTo(segment.end(), within(resolution));
            if (Set.of(TranscriptFormat.JSON, TranscriptFormat.VTT, TranscriptFormat.CSV)
                    .contains(format)) {
                assertThat(read.get(i).speaker()).isEqualTo(segment.speaker());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTranscriptInWhichNobodySpeaksIsReadAgain(TranscriptFormat format) throws IOException {
        assertThat(again(of(List.of()), format).segments()).isEmpty();
    }

    @Test
    void jsonHoldsEverything() throws IOException {
        Segment words =
                new Segment(
                        1.1,
                        2.7182818284590455,
                        "Hello,\nworld \u0000 \uD83C\uDFB5",
                        List.of(
                                word(1.1, 1.3, "Hello,"),
                                new Word(1.3, 2.1, "world", OptionalDouble.empty(), true)),
                        Optional.of("Ann"),
                        Set.of(Mark.EDITED, Mark.SUSPICIOUS));
        Segment voice = Segment.of(3, 4, "", List.of());
        Segment more = Segment.of(3.5, 5, "again", List.of(word(3.6, 4.8, "again")));
        Transcript written = of(List.of(words, voice, more));

        assertThat(again(written, TranscriptFormat.JSON)).isEqualTo(written);
    }

    @Test
    void jsonHasTheNamesOfTheCommandLine() throws IOException {
        Segment segment = Segment.of(1, 2, "Hi", List.of(word(1, 1.5, "Hi")));
        String json = TranscriptFormat.JSON.write(of(List.of(segment)), LineRules.USUAL);

        JsonNode file = Json.read(json, JsonNode.class);

        assertThat(file.fieldNames())
                .toIterable()
                .contains(
                        "engine",
                        "model",
                        "language",
                        "words",
                        "segments",
                        "silenceSegments",
                        "totalDuration",
                        "totalChunks",
                        "successRate");
        assertThat(file.at("/words/0").fieldNames())
                .toIterable()
                .contains("start", "end", "word", "probability");
        assertThat(file.at("/segments/0").fieldNames())
                .toIterable()
                .contains("start", "end", "text");
        assertThat(file.at("/silenceSegments/1/start").doubleValue()).isEqualTo(91.1);
        assertThat(file.at("/successRate").doubleValue()).isEqualTo(11 / 12.0);
    }

    @Test
    void voiceWithoutWordsIsNoSubtitle() throws IOException {
        Transcript voice = of(List.of(Segment.of(1, 2, "", List.of())));

        for (TranscriptFormat format :
                List.of(TranscriptFormat.JSON, TranscriptFormat.CSV, TranscriptFormat.AUDACITY)) {
            assertThat(again(voice, format).segments()).as(format.word()).hasSize(1);
        }
        assertThat(TranscriptFormat.SRT.write(voice, LineRules.USUAL)).isEmpty();
        assertThat(TranscriptFormat.VTT.write(voice, LineRules.USUAL)).isEqualTo("WEBVTT\n\n");
        assertThat(TranscriptFormat.TXT.write(voice, LineRules.USUAL)).isEmpty();
        assertThat(TranscriptFormat.LRC.write(voice, LineRules.USUAL)).doesNotContain("[00:01");
    }

    @Test
    void lyricsHaveATimeForEachWord() throws IOException {
        List<Word> words =
                List.of(word(12, 12.5, "Hello,"), word(12.5, 12.9, "big"), word(13, 13.6, "world"));
        Transcript song = of(List.of(Segment.of(12, 14, "Hello, big world!", words)));

        String file = TranscriptFormat.LRC_WORDS.write(song, LineRules.USUAL);

        assertThat(file)
                .contains("[00:12.00]<00:12.00>Hello, <00:12.50>big <00:13.00>world!<00:13.60>\n")
                .contains("\n[00:14.00]\n");
        Segment read = again(song, TranscriptFormat.LRC_WORDS).segments().get(0);
        assertThat(read.text()).isEqualTo("Hello, big world!");
        assertThat(read.end()).isEqualTo(14);
        assertThat(read.words()).extracting(Word::start).containsExactly(12.0, 12.5, 13.0);
        assertThat(read.words()).extracting(Word::text).containsExactly("Hello,", "big", "world!");
        assertThat(read.words().get(2).end()).isEqualTo(13.6);
    }

    @Test
    void wordsThatAreNoLongerThoseOfTheTextLeaveALineWithoutThem() {
        Segment edited = Segment.of(1, 2, "Goodbye", List.of(word(1, 2, "Hello")));

        assertThat(TranscriptFormat.LRC_WORDS.write(of(List.of(edited)), LineRules.USUAL))
                .contains("[00:01.00]Goodbye\n");
    }

    @Test
    void subtitlesLookAsPlayersExpectThem() {
        Segment segment =
                new Segment(1.2345, 3661.5, "Hi & bye", List.of(), Optional.of("Ann"), Set.of());

        assertThat(TranscriptFormat.SRT.write(of(List.of(segment)), LineRules.USUAL))
                .isEqualTo("1\n00:00:01,235 --> 01:01:01,500\nHi & bye\n\n");
        assertThat(TranscriptFormat.VTT.write(of(List.of(segment)), LineRules.USUAL))
                .isEqualTo("WEBVTT\n\n00:00:01.235 --> 01:01:01.500\n<v Ann>Hi &amp; bye\n\n");
    }

    @Test
    void formatsAreFoundByTheirWords() {
        for (TranscriptFormat format : TranscriptFormat.values()) {
            assertThat(TranscriptFormat.of(format.word())).contains(format);
        }
        assertThat(TranscriptFormat.of("lrc-words")).contains(TranscriptFormat.LRC_WORDS);
        assertThat(TranscriptFormat.of("doc")).isEmpty();
    }
}
