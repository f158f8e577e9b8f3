package auralis.app.transcript;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.util.List;

/**
 * Where in a transcript one hears.
 *
 * @param segment the last that began; -1 before the first
 * @param speaks whether it lasts
 * @param token which of its tokens is said; -1 for none
 */
record Spot(int segment, boolean speaks, int token) {
    static final Spot NONE = new Spot(-1, false, -1);

    /** A segment that began earlier may last longer; so far back it is looked for. */
    private static final int BACK = 8;

    static Spot of(Transcript transcript, double seconds) {
        List<Segment> segments = transcript.segments();
        int last = lastBegun(segments, seconds);
        for (int i = last; i >= 0 && i > last - BACK; i--) {
            if (segments.get(i).end() > seconds) {
                return new Spot(i, true, token(segments.get(i), seconds));
            }
        }
        return new Spot(last, false, -1);
    }

    private static int lastBegun(List<Segment> segments, double seconds) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).start() <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private static int token(Segment segment, double seconds) {
        for (int i = segment.words().size() - 1; i >= 0; i--) {
            if (segment.words().get(i).start() <= seconds) {
                return segment.words().get(i).end() > seconds ? i : -1;
            }
        }
        return -1;
    }
}
