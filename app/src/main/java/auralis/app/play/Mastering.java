package auralis.app.play;

import auralis.dsp.AudioProcessor;
import java.util.Optional;

/**
 * What the player is told about the mastering of the open track.
 *
 * @param chain a fresh chain, which belongs to the player from then on; present when the state is
 *     {@code PROVISIONAL} or {@code EXACT}
 * @param reason a sentence when the state is {@code FAILED}, else empty
 */
public record Mastering(PlanState state, Optional<AudioProcessor> chain, String reason) {
    public Mastering {
        boolean audible = state == PlanState.PROVISIONAL || state == PlanState.EXACT;
        if (audible != chain.isPresent()) {
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

    public static Mastering provisional(AudioProcessor chain) {
        return new Mastering(PlanState.PROVISIONAL, Optional.of(chain), "");
    }

    public static Mastering exact(AudioProcessor chain) {
        return new Mastering(PlanState.EXACT, Optional.of(chain), "");
    }

    /** No mastered side, because of what a sentence says. */
    public static Mastering failed(String reason) {
        return new Mastering(PlanState.FAILED, Optional.empty(), reason);
    }
}
