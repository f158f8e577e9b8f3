package auralis.app.command;

import auralis.dsp.speech.Span;
import auralis.library.Library;
import auralis.library.export.TranscriptRequest;
import auralis.library.export.TranscriptResult;
import auralis.library.job.Job;
import auralis.library.json.Json;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@code transcribe} answers for a file.
 *
 * @param state as of the job; "partial" when pieces of it could not be recognised
 * @param error why there is none, or why it is partial, as a sentence
 * @param output the files that were written
 * @param engine for people; empty when nothing was transcribed
 * @param totalDuration in s
 * @param totalChunks into how many pieces it was cut
 * @param successRate the share of them that was recognised, 0..1
 */
record TranscribedFile(
        String source,
        String state,
        Optional<String> error,
        List<String> output,
        Optional<String> engine,
        Optional<String> model,
        Optional<String> language,
        List<TimedWord> words,
        List<TimedText> segments,
        List<Span> silenceSegments,
        OptionalDouble totalDuration,
        int totalChunks,
        OptionalDouble successRate,
        List<String> warnings,
        double elapsedSeconds) {

    /** A word, times in s. */
    record TimedWord(double start, double end, String word, OptionalDouble probability) {
        static TimedWord of(Word word) {
            return new TimedWord(
                    exact(word.start()), exact(word.end()), word.text(), word.probability());
        }
    }

    /** A segment, times in s. */
    record TimedText(double start, double end, String text) {
        static TimedText of(Segment segment) {
            return new TimedText(exact(segment.start()), exact(segment.end()), segment.text());
        }
    }

    /** To the thousandth. */
    private static double exact(double seconds) {
        return Math.round(seconds * 1e3) / 1e3;
    }

    /**
     * What became of a file.
     *
     * @param job as it ended; empty when there was none
     */
    static TranscribedFile of(Library library, Piece<TranscriptRequest> piece, Optional<Job> job)
            throws IOException {
        JobAnswer answer = JobAnswer.of(piece, job);
        String source = piece.request().source().toString();
        if (!answer.state().equals("done")) {
            return without(source, answer);
        }
        TranscriptResult result = Json.read(answer.result(), TranscriptResult.class);
        Transcript transcript =
                library.transcriptions().find(piece.request().source()).orElseThrow();
        return new TranscribedFile(
                source,
                result.isPartial() ? "partial" : answer.state(),
                result.isPartial()
                        ? result.warnings().stream().reduce((a, b) -> b)
                        : Optional.empty(),
                result.outputs().stream().map(one -> one.file().toString()).toList(),
                Optional.of(result.engine()),
                result.model(),
                result.language(),
                transcript.words().stream().map(TimedWord::of).toList(),
                transcript.segments().stream().map(TimedText::of).toList(),
                transcript.silences().stream()
                        .map(span -> new Span(exact(span.start()), exact(span.end())))
                        .toList(),
                OptionalDouble.of(result.audioSeconds()),
                result.chunks(),
                OptionalDouble.of(result.successRate()),
                result.warnings(),
                answer.elapsedSeconds());
    }

    private static TranscribedFile without(String source, JobAnswer answer) {
        return new TranscribedFile(
                source,
                answer.state(),
                answer.error(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                List.of(),
                answer.elapsedSeconds());
    }
}
