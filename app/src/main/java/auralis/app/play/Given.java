package auralis.app.play;

import auralis.dsp.AudioProcessor;

/**
 * What was last said about the mastering of a track.
 *
 * @param chain to be heard, null for none
 */
record Given(long track, PlanState state, AudioProcessor chain, String reason) {
    static final Given NOTHING = new Given(0, PlanState.NONE, null, "");

    /** While a new plan is prepared, the chain of the old one stays. */
    Given then(long track, Mastering mastering) {
        if (track < this.track) {
            return this;
        }
        boolean keeps = mastering.state() == PlanState.PREPARING && track == this.track;
        AudioProcessor next = keeps ? chain : mastering.chain().orElse(null);
        return new Given(track, mastering.state(), next, mastering.reason());
    }
}
