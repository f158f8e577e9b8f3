package auralis.library.transcribe.align;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.transcribe.engine.ProportionalWords;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds in a recording the lines of a text that the user knows. Where espeak-ng is installed it
 * speaks them for comparison, otherwise they are told by their length. Times of words are
 * estimates, and say so. Any thread.
 */
public final class TextAligner {
    private static final Logger LOG = System.getLogger(TextAligner.class.getName());

    /** Of an annotation before the line that it stands over. */
    private static final double ANNOTATION_SECONDS = 2;

    private final Optional<Path> espeak;

    /** By espeak-ng where it is found. */
    public TextAligner() {
        this(EspeakVoice.find());
    }

    TextAligner(Optional<Path> espeak) {
        this.espeak = espeak;
    }

    /** What it goes by, for people. */
    public String method() {
        return espeak.isPresent() ? "espeak-ng" : "syllables";
    }

    /**
     * The lines of a text as segments, with times and words; those that nobody says, like
     * "[Chorus]", are marked and have no words. Every line is there, in order.
     *
     * @param voice where somebody speaks, in order; the whole recording where it is empty
     * @param language of ISO 639-1; anything else where it is not known
     * @param progress cancelling ends it within 200 ms
     */
    public List<Segment> align(
            SpeechFile recording, List<Span> voice, String text, String language, Progress progress)
            throws IOException, InterruptedException {
        List<Line> lines = Line.of(text, Locale.forLanguageTag(language));
        List<Line> said = lines.stream().filter(line -> !line.isAnnotation()).toList();
        if (said.isEmpty()) {
            return List.of();
        }
        List<Span> voiced =
                voice.isEmpty() ? List.of(new Span(0, recording.seconds())) : List.copyOf(voice);
        return segments(lines, timings(recording, voiced, said, language, progress));
    }

    private List<Timing> timings(
            SpeechFile recording,
            List<Span> voiced,
            List<Line> lines,
            String language,
            Progress progress)
            throws IOException, InterruptedException {
        progress.total(2);
        if (espeak.isPresent()) {
            Optional<List<Timing>> spoken =
                    spoken(recording, voiced, lines, language, progress.part(1));
            if (spoken.isPresent()) {
                progress.advance(1);
                return filled(spoken.get(), lines, recording.seconds());
            }
        }
        return new CountedAlignment(recording, voiced).align(lines, progress.part(2));
    }

    private Optional<List<Timing>> spoken(
            SpeechFile recording,
            List<Span> voiced,
            List<Line> lines,
            String language,
            Progress progress)
            throws InterruptedException {
        String voice = EspeakVoice.voice(language, lines.get(0).text());
        try (EspeakVoice espeakVoice = new EspeakVoice(espeak.get(), voice)) {
            return new SpokenAlignment(espeakVoice).align(recording, voiced, lines, progress);
        } catch (IOException e) {
            // There is another way, which will complain if the recording is to blame.
            LOG.log(Level.WARNING, "the text is aligned without espeak-ng: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Lines that were not heard share the time between those that were. */
    private static List<Timing> filled(List<Timing> timings, List<Line> lines, double seconds) {
        List<Timing> filled = new ArrayList<>(timings);
        double end = 0;
        for (int i = 0; i < filled.size(); i++) {
            if (filled.get(i) == null) {
                int next = i;
                while (next < filled.size() && filled.get(next) == null) {
                    next++;
                }
                double until = next < filled.size() ? filled.get(next).start() : seconds;
                double each = Math.max(0, until - end) / (next - i);
                filled.set(i, even(end, Math.min(until, end + each), lines.get(i).words().size()));
            }
            end = filled.get(i).end();
        }
        return filled;
    }

    private static Timing even(double start, double end, int words) {
        double[] edges = new double[words + 1];
        Arrays.setAll(edges, i -> start + (end - start) * i / words);
        return new Timing(edges);
    }

    private static List<Segment> segments(List<Line> lines, List<Timing> timings) {
        List<Segment> segments = new ArrayList<>();
        int said = 0;
        double end = 0;
        for (Line line : lines) {
            if (line.isAnnotation()) {
                double next = said < timings.size() ? timings.get(said).start() : end;
                double start = Math.min(next, Math.max(end, next - ANNOTATION_SECONDS));
                segments.add(
                        Segment.of(start, next, line.text(), List.of()).marked(Mark.ANNOTATION));
            } else {
                Timing timing = timings.get(said++);
                segments.add(segment(line, timing));
                end = timing.end();
            }
        }
        return segments;
    }

    private static Segment segment(Line line, Timing timing) {
        return Segment.of(
                timing.start(),
                timing.end(),
                line.text(),
                ProportionalWords.words(line.words(), 0, timing.edges()));
    }
}
