package auralis.dsp.engine;

import auralis.dsp.StreamFormat;

/**
 * How far the renderer looks, in frames.
 *
 * @param ahead how far it renders before the listener
 * @param resume behind cached frames it goes on only when less than this is left of them
 * @param kept how much can be taken back by {@link PlaybackRenderer#rewind}
 * @param lead how much must be there before something less urgent is done
 * @param fade from one rendering to another
 * @param preRoll how long a chain listens before what it renders is used
 * @param draftPreRoll the same for a rendering that is wanted at once
 * @param draftLead how much of such a one must be there before it is offered
 * @param draftAhead how far it goes; must last until the one that replaces it is there
 */
record Spans(
        int ahead,
        int resume,
        int kept,
        int lead,
        int fade,
        int preRoll,
        int draftPreRoll,
        int draftLead,
        int draftAhead) {
    static final double AHEAD_SECONDS = 15;

    /** The slowest state of the chain, the limiter's slow release, forgets by 145 dB in it. */
    static final double PRE_ROLL_SECONDS = 5;

    static final double DRAFT_PRE_ROLL_SECONDS = 1;
    private static final double DRAFT_LEAD_SECONDS = 0.15;
    private static final double DRAFT_AHEAD_SECONDS = 3;
    private static final double KEPT_SECONDS = 0.5;
    private static final double LEAD_SECONDS = 0.5;
    private static final double FADE_SECONDS = 0.02;

    /** Bounds the memory for high rates and many channels: samples of one lane's look-ahead. */
    private static final int MAX_SAMPLES_AHEAD = 1 << 24;

    static Spans standard(StreamFormat format) {
        return of(format, AHEAD_SECONDS, PRE_ROLL_SECONDS, DRAFT_PRE_ROLL_SECONDS);
    }

    /**
     * @param draftSeconds the pre-roll of drafts; from half of the pre-roll on there are none
     */
    static Spans of(
            StreamFormat format, double aheadSeconds, double preRollSeconds, double draftSeconds) {
        int most = MAX_SAMPLES_AHEAD / format.channels();
        int ahead = Math.min(most, frames(format, aheadSeconds));
        return new Spans(
                ahead,
                ahead / 2,
                frames(format, KEPT_SECONDS),
                Math.min(ahead / 2, frames(format, LEAD_SECONDS)),
                frames(format, FADE_SECONDS),
                frames(format, preRollSeconds),
                frames(format, draftSeconds),
                Math.min(ahead / 2, frames(format, DRAFT_LEAD_SECONDS)),
                Math.min(ahead / 2, frames(format, DRAFT_AHEAD_SECONDS)));
    }

    private static int frames(StreamFormat format, double seconds) {
        return (int) format.frames(seconds);
    }

    /** What a lane of the dry side keeps, so that a chain can be warmed up at the play head. */
    int dryLane() {
        return preRoll + kept + decodedAhead() + Chunk.FRAMES;
    }

    /** Farther than the mastered side, because a chain is up to 0.4 s late. */
    int decodedAhead() {
        return ahead + lead + 2 * Chunk.FRAMES;
    }

    int masteredLane() {
        return kept + ahead + Chunk.FRAMES;
    }
}
