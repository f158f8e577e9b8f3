package auralis.app.master;

import auralis.app.play.Side;
import auralis.library.track.Track;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Plays the two sides as X and Y, equally loud and newly mixed in each trial, and counts how often
 * the listener knows the mastered one. What is told about a running test, {@link State}, does not
 * depend on which is which. FX thread only.
 */
public final class BlindTest {
    static final int TRIALS = 10;

    /** The names of the sides. */
    enum Letter {
        X,
        Y;

        Letter other() {
            return this == X ? Y : X;
        }
    }

    enum Phase {
        OFF,
        RUNNING,
        OVER
    }

    /**
     * @param trial the one that runs, from 1
     * @param heard which is played
     * @param score of a test that is over
     * @param cut whether it ended because the track did, or its mastering changed
     */
    record State(Phase phase, int trial, Letter heard, BlindScore score, boolean cut) {
        static final State OFF = new State(Phase.OFF, 0, Letter.X, BlindScore.NONE, false);
    }

    private final MasteringSession session;
    private final RandomGenerator random;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OFF);
    private Outlook tested;
    private Letter mastered; // kept from everybody
    private BlindScore score;

    /**
     * @param random decides which is which
     */
    public BlindTest(MasteringSession session, RandomGenerator random) {
        this.session = session;
        this.random = random;
        session.outlook().subscribe(this::outlookChanged);
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get().phase() == Phase.RUNNING;
    }

    /** The key of a sentence that says why there can be no test now; empty when there can. */
    Optional<String> obstacle() {
        Outlook now = session.outlook().get();
        if (now.track().isEmpty()) {
            return Optional.of("blind.no.track");
        }
        if (now.problem().isPresent() || now.plan().map(plan -> plan.isNeutral()).orElse(false)) {
            return Optional.of(now.problem().isPresent() ? "blind.no.plan" : "blind.no.change");
        }
        if (!now.isReady() || now.isProvisional()) {
            return Optional.of("blind.not.yet");
        }
        return now.exact() && now.louderByDb().isPresent()
                ? Optional.empty()
                : Optional.of("blind.no.match");
    }

    /** Begins anew; only where there is no {@link #obstacle}. */
    void start() {
        if (obstacle().isPresent()) {
            throw new IllegalStateException(obstacle().get());
        }
        tested = session.outlook().get();
        score = BlindScore.NONE;
        nextTrial();
    }

    private void nextTrial() {
        mastered = random.nextBoolean() ? Letter.X : Letter.Y;
        hear(Letter.X, score.answered() + 1);
    }

    void hear(Letter letter) {
        hear(letter, state.get().trial());
    }

    private void hear(Letter letter, int trial) {
        session.conceal(letter == mastered ? Side.MASTERED : Side.ORIGINAL);
        state.set(new State(Phase.RUNNING, trial, letter, BlindScore.NONE, false));
    }

    /** To the side that is not heard; without effect while no test runs. */
    public void switchSide() {
        if (isRunning()) {
            hear(state.get().heard().other());
        }
    }

    /** The listener takes this one for the mastered. */
    void answer(Letter letter) {
        score = score.plus(letter == mastered);
        if (score.answered() == TRIALS) {
            end(false);
        } else {
            nextTrial();
        }
    }

    /** Ends a running test; its score can be seen until {@link #close}. */
    public void end() {
        if (isRunning()) {
            end(false);
        }
    }

    private void end(boolean cut) {
        state.set(
                score.answered() == 0 && !cut
                        ? State.OFF
                        : new State(Phase.OVER, 0, Letter.X, score, cut));
        session.reveal();
    }

    /** Puts the score away. */
    void close() {
        end();
        state.set(State.OFF);
    }

    /** Other sound than that of the beginning would be another test. */
    private void outlookChanged(Outlook now) {
        boolean same =
                tested != null
                        && now.plan().equals(tested.plan())
                        && now.track().map(Track::id).equals(tested.track().map(Track::id));
        if (isRunning() && !same) {
            end(true);
        }
    }
}
