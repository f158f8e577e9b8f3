package auralis.app.play;

import auralis.dsp.AudioProcessor;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import java.util.Optional;

/**
 * What the player is told about the mastering of the open track.
 *
 * @param rendering present when the state is {@code PROVISIONAL} or {@code EXACT}
 * @param reason a sentence when the state is {@code FAILED}, else empty
 */
public record Mastering(PlanState state, Optional<Rendering> rendering, String reason) {
    /**
     * How the mastered side is made.
     *
     * @param chain a fresh one, which belongs to the player from then on
     * @param plan what the chain computes depends on this alone: what was rendered by an equal plan
     *     is not rendered again
     * @param neutral whether it changes nothing, so that its samples need no dither
     */
    public record Rendering(AudioProcessor chain, Object plan, boolean neutral) {
        public static Rendering of(MasteringPlan plan, EffectCatalogue effects) {
            return new Rendering(new MasteringChain(plan, effects), plan, plan.isNeutral());
        }
    }

    public Mastering {
        boolean audible = state == PlanState.PROVISIONAL || state == PlanState.EXACT;
        if (audible != rendering.isPresent()) {
            throw new IllegalArgumentException("a chain goes with PROVISIONAL and EXACT only");
        }
    }

    /** No mastered side; the original is heard on both sides. */
    public static Mastering none() {
        return new Mastering(PlanState.NONE, Optional.empty(), "");
    }

    /** A plan is being made; the chain given before, if any, stays in use until then. */
    public static Mastering preparing() {
        return new Mastering(PlanState.PREPARING, Optional.empty(), "");
    }

    public static Mastering provisional(Rendering rendering) {
        return new Mastering(PlanState.PROVISIONAL, Optional.of(rendering), "");
    }

    public static Mastering exact(Rendering rendering) {
        return new Mastering(PlanState.EXACT, Optional.of(rendering), "");
    }

    /** No mastered side, because of what a sentence says. */
    public static Mastering failed(String reason) {
        return new Mastering(PlanState.FAILED, Optional.empty(), reason);
    }
}
