package auralis.library.transcribe;

import auralis.dsp.speech.Span;
import auralis.dsp.speech.VoiceActivity;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a recording into pieces where nobody speaks. Speech without a pause that is longer than a
 * piece may be is cut where it is quietest, and its pieces run over into each other.
 */
final class Cutting {
    /** By how much pieces run over into each other where they had to be cut. */
    static final double OVERLAP_SECONDS = 1;

    /** What is sent before and behind the voice, for the consonants that it misses. */
    private static final double MARGIN_SECONDS = 0.2;

    /** Engines invent words for a longer silence. */
    private static final double LONGEST_PAUSE_SECONDS = 3;

    /** From here on of a piece a cut is looked for. */
    private static final double EARLIEST_CUT = 0.6;

    private final VoiceActivity activity;
    private final double seconds;
    private final double longest;
    private final List<Chunk> chunks = new ArrayList<>();

    private Cutting(VoiceActivity activity, double longestSeconds) {
        this.activity = activity;
        this.seconds = activity.seconds();
        this.longest = Math.max(longestSeconds, 4 * OVERLAP_SECONDS);
    }

    /**
     * @param voice where somebody speaks, in order
     * @param longestSeconds of a piece; those shorter than 4 s count as 4 s
     */
    static List<Chunk> cut(VoiceActivity activity, List<Span> voice, double longestSeconds) {
        Cutting cutting = new Cutting(activity, longestSeconds);
        for (int i = 0; i < voice.size(); ) {
            int last = cutting.last(voice, i);
            cutting.add(voice.get(i).start(), voice.get(last).end());
            i = last + 1;
        }
        return cutting.chunks;
    }

    /** The last stretch of voice that fits into a piece with the first one. */
    private int last(List<Span> voice, int first) {
        double start = voice.get(first).start() - MARGIN_SECONDS;
        int last = first;
        while (last + 1 < voice.size()
                && voice.get(last + 1).start() - voice.get(last).end() <= LONGEST_PAUSE_SECONDS
                && voice.get(last + 1).end() + MARGIN_SECONDS - start <= longest) {
            last++;
        }
        return last;
    }

    private void add(double voiceStart, double voiceEnd) {
        double start = Math.max(before(), voiceStart - MARGIN_SECONDS);
        double end = Math.min(seconds, voiceEnd + MARGIN_SECONDS);
        double from = start;
        while (end - start > longest) {
            double latest = start + longest - OVERLAP_SECONDS / 2;
            double cut = activity.quietestMoment(start + EARLIEST_CUT * longest, latest);
            add(start, cut + OVERLAP_SECONDS / 2, from, cut);
            start = cut - OVERLAP_SECONDS / 2;
            from = cut;
        }
        add(start, end, from, end);
    }

    /** Where the piece before ends. */
    private double before() {
        return chunks.isEmpty() ? 0 : chunks.get(chunks.size() - 1).end();
    }

    private void add(double start, double end, double from, double to) {
        chunks.add(new Chunk(chunks.size(), start, end, from, to));
    }
}
