package auralis.library.transcribe;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/** What is known without a model: where somebody speaks. */
final class ClassicTranscript {
    private ClassicTranscript() {}

    static Transcript of(Journal.Header heard, TranscriptionSettings settings) {
        List<Segment> segments =
                heard.voice().stream()
                        .map(voice -> Segment.of(voice.start(), voice.end(), "", List.of()))
                        .toList();
        return new Transcript(
                "Classic (no words)",
                Optional.empty(),
                Optional.empty(),
                segments,
                Assembly.silences(
                        heard.voice(), segments, heard.seconds(), settings.silenceSeconds()),
                List.of(),
                heard.seconds(),
                1,
                1);
    }
}
