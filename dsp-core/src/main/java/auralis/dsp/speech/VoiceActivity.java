package auralis.dsp.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody speaks or sings, told from the level in the range of voices: over a gate that
 * follows the noise and the voice of the minute around, with hysteresis, small gaps bridged and
 * small islands dropped. Made for speech, and for the vocals of songs after they were separated;
 * music by itself goes up and down like a voice and is taken for one.
 *
 * <p>Sound is added in pieces of any size, which make no difference; it may be asked at any time
 * about what was added so far. One thread at a time.
 */
public final class VoiceActivity {
    private static final double HYSTERESIS_DB = 4;
    private static final int BRIDGED = frames(0.3);
    private static final int ISLAND = frames(0.2);

    /** Consonants at the ends are weak. */
    private static final int MARGIN = 1;

    private static final int MOMENT = frames(0.3);
    private static final double TIE_DB = 0.5;
    private static final double QUIET_SHARE = 0.8;

    private final FrameLevels levels;
    private VoiceGate gate;
    private int gated = -1;

    /**
     * @param sampleRate in Hz, 4000 or more
     */
    public VoiceActivity(int sampleRate) {
        levels = new FrameLevels(sampleRate);
    }

    private static int frames(double seconds) {
        return (int) Math.round(seconds * FrameLevels.FRAMES_PER_SECOND);
    }

    /** Adds {@code from <= i < to} of one channel. */
    public void add(float[] samples, int from, int to) {
        levels.add(samples, from, to);
    }

    /** Length of what was added, in seconds. */
    public double seconds() {
        return levels.seconds();
    }

    /** Where somebody speaks, in order, at least a quarter of a second apart. */
    public List<Span> voice() {
        List<Span> spans = new ArrayList<>();
        int from = -1;
        int end = -1;
        boolean open = false;
        for (int i = 0; i < levels.count(); i++) {
            open = levels.db(i) > gate().db(i) - (open ? HYSTERESIS_DB : 0);
            if (!open) {
                continue;
            }
            if (from >= 0 && i - end >= BRIDGED) {
                keep(from, end, spans);
                from = i;
            }
            from = from < 0 ? i : from;
            end = i + 1;
        }
        keep(from, end, spans);
        return spans;
    }

    private void keep(int from, int end, List<Span> spans) {
        if (from >= 0 && end - from >= ISLAND) {
            double start = seconds(Math.max(0, from - MARGIN));
            spans.add(new Span(start, seconds(Math.min(levels.count(), end + MARGIN))));
        }
    }

    private static double seconds(int frame) {
        return (double) frame / FrameLevels.FRAMES_PER_SECOND;
    }

    private VoiceGate gate() {
        if (gated != levels.count()) {
            gate = new VoiceGate(levels);
            gated = levels.count();
        }
        return gate;
    }

    /**
     * The level of a stretch in the range of voices, in dBFS, -120 or more; that of silence where
     * no whole frame of 20 ms is.
     */
    public double levelDb(Span span) {
        int from = firstFrame(span);
        int to = lastFrame(span);
        return from < to ? levels.meanDb(from, to) : FrameLevels.LEAST_DB;
    }

    /** Whether a stretch is below the gate for four fifths of its length or more. */
    public boolean isQuiet(Span span) {
        int from = firstFrame(span);
        int to = lastFrame(span);
        int quiet = 0;
        for (int i = from; i < to; i++) {
            quiet += levels.db(i) <= gate().db(i) - HYSTERESIS_DB ? 1 : 0;
        }
        return quiet >= QUIET_SHARE * (to - from);
    }

    private int firstFrame(Span span) {
        return Math.min(levels.count(), frames(span.start()));
    }

    private int lastFrame(Span span) {
        return Math.min(levels.count(), Math.max(firstFrame(span) + 1, frames(span.end())));
    }

    /**
     * Where to cut between two times, in seconds: in the middle of the longest quiet when there are
     * several as quiet, so that no word is near.
     */
    public double quietestMoment(double fromSeconds, double toSeconds) {
        Span span = new Span(fromSeconds, toSeconds);
        int from = firstFrame(span);
        int to = lastFrame(span);
        if (to - from <= MOMENT) {
            return (fromSeconds + toSeconds) / 2;
        }
        double[] around = new double[to - from - MOMENT];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < around.length; i++) {
            around[i] = levels.meanDb(from + i, from + i + MOMENT);
            least = Math.min(least, around[i]);
        }
        return seconds(from)
                + middleOfLongest(around, least + TIE_DB) / FrameLevels.FRAMES_PER_SECOND;
    }

    /** In frames, of the longest run of values that are no more than this. */
    private static double middleOfLongest(double[] values, double most) {
        int best = 0;
        int longest = 0;
        int run = 0;
        for (int i = 0; i < values.length; i++) {
            run = values[i] <= most ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                best = i + 1 - run;
            }
        }
        return best + (longest - 1 + MOMENT) / 2.0;
    }
}
