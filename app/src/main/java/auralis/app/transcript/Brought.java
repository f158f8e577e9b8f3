package auralis.app.transcript;

import auralis.app.text.Texts;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A transcript that no engine made: from a file, out of tags, or typed. */
record Brought(Transcript found) {
    private static final Set<String> FORMATS =
            Set.of("srt", "vtt", "lrc", "json", "csv", "txt", "labels");

    /** Whether a file of that name may hold one. */
    static boolean canBe(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return FORMATS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Lines that the user wrote, spread over a track until their times are known. */
    static Transcript byHand(String text, double seconds) {
        return new Transcript(
                Texts.text("transcript.engine.hand"),
                Optional.empty(),
                Optional.empty(),
                Edits.lines(text, seconds),
                List.of(),
                List.of(),
                seconds,
                0,
                0);
    }

    /** Whether nobody knows when anything is said. */
    boolean isUntimed() {
        return found.segments().stream().allMatch(segment -> segment.end() == 0);
    }

    /** Line by line. */
    String text() {
        return found.segments().stream()
                .map(Segment::text)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** As long as its track is. */
    Transcript lasting(double seconds) {
        return new Transcript(
                found.engine(),
                found.model(),
                found.language(),
                found.segments(),
                found.silences(),
                found.gaps(),
                seconds,
                found.chunks(),
                found.chunksDone());
    }
}
