package auralis.library.transcribe;

import auralis.dsp.speech.Span;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Engines invent words: for silence, for music, and over and over again. What nobody can have said
 * is taken out, what is no speech is marked as a note, and what may be invented is marked as well.
 */
final class Doubts {
    /** So much of what is said must be heard. */
    private static final double LEAST_VOICE = 0.2;

    private static final Pattern NOTE =
            Pattern.compile("^\\s*[\\[(\u266a\u266b].*[\\])\u266a\u266b]\\s*$", Pattern.DOTALL);

    /** What is said so often in a row was said once. */
    private static final int REPEATED = 3;

    /** Choruses come back in another length each time; an engine that hangs is exact. */
    private static final double SAME_LENGTH = 0.05;

    private final Voices voice;
    private final boolean song;

    /**
     * @param voice where somebody speaks or sings
     * @param song whether what is repeated may be a chorus
     */
    Doubts(Voices voice, boolean song) {
        this.voice = voice;
        this.song = song;
    }

    /**
     * @param segments in order
     */
    List<Segment> apply(List<Segment> segments) {
        List<Segment> kept = new ArrayList<>();
        for (Segment segment : segments) {
            if (isHeard(segment)) {
                kept.add(isNote(segment.text()) ? segment.marked(Mark.ANNOTATION) : segment);
            }
        }
        return collapse(kept);
    }

    /** Whether a text is no speech, like "[music]". */
    static boolean isNote(String text) {
        return NOTE.matcher(text).matches();
    }

    private boolean isHeard(Segment segment) {
        Span span = new Span(segment.start(), segment.end());
        return !segment.text().isBlank() && voice.within(span) >= LEAST_VOICE * span.seconds();
    }

    private List<Segment> collapse(List<Segment> segments) {
        List<Segment> kept = new ArrayList<>();
        for (int i = 0; i < segments.size(); ) {
            int end = i + 1;
            while (end < segments.size() && repeats(segments.get(i), segments.get(end))) {
                end++;
            }
            if (end - i >= REPEATED) {
                kept.add(segments.get(i).marked(Mark.SUSPICIOUS));
            } else {
                kept.addAll(segments.subList(i, end));
            }
            i = end;
        }
        return kept;
    }

    private boolean repeats(Segment first, Segment next) {
        return first.text().strip().equalsIgnoreCase(next.text().strip())
                && (!song || Math.abs(length(first) - length(next)) <= SAME_LENGTH * length(first));
    }

    private static double length(Segment segment) {
        return segment.end() - segment.start();
    }
}
