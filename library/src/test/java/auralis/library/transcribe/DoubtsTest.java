package auralis.library.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.speech.Span;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final Voices VOICE =
            new Voices(List.of(new Span(0, 10), new Span(20, 21), new Span(40, 80)));

    @Test
    void takesOutWhatIsSaidInSilence() {
        List<Segment> heard =
                List.of(
                        segment(2, 4, "Hello."), segment(12, 15, "Thanks for watching!"),
                        segment(20, 29, "Bye."), segment(20, 24, "So."));
        assertThat(new Doubts(VOICE, false).apply(heard))
                .extracting(Segment::text)
                .containsExactly("Hello.", "So.");
    }

    @Test
    void marksWhatIsNoSpeech() {
        List<Segment> heard =
                List.of(
                        segment(1, 2, "[BLANK_AUDIO]"), segment(2, 3, "♪ la la ♪"),
                        segment(3, 4, " (music playing) "), segment(4, 5, "I (too) am"));
        assertThat(new Doubts(VOICE, false).apply(heard))
                .extracting(segment -> segment.marks().contains(Mark.ANNOTATION))
                .containsExactly(true, true, true, false);
    }

    @Test
    void saysOnceWhatIsRepeated() {
        List<Segment> heard =
                List.of(
                        segment(41, 43, "So it is."), segment(43, 44, "so it is."),
                        segment(44, 47, "So it is."), segment(48, 50, "No."),
                        segment(50, 52, "No."), segment(53, 54, "Yes."));
        List<Segment> kept = new Doubts(VOICE, false).apply(heard);
        assertThat(kept)
                .extracting(Segment::text)
                .containsExactly("So it is.", "No.", "No.", "Yes.");
        assertThat(kept.get(0).marks()).containsExactly(Mark.SUSPICIOUS);
        assertThat(kept.get(1).marks()).isEmpty();
    }

    @Test
    void chorusesOfSongsComeBackInAnotherLength() {
        List<Segment> chorus =
                List.of(
                        segment(41, 44, "La la"),
                        segment(44, 48, "La la"),
                        segment(48, 50.5, "La la"));
        assertThat(new Doubts(VOICE, true).apply(chorus)).hasSize(3);
        List<Segment> hanging =
                List.of(
                        segment(41, 43, "La la"),
                        segment(43, 45, "La la"),
                        segment(45, 47.05, "La la"));
        assertThat(new Doubts(VOICE, true).apply(hanging)).hasSize(1);
    }

    private static Segment segment(double start, double end, String text) {
        return Segment.of(start, end, text, List.of());
    }
}
