package auralis.dsp.dynamics;

/**
 * How a limiter lets go: at once down, and up again at a speed that depends on the programme. The
 * way back from an isolated peak is fast; the part that has lasted is followed by a slow average
 * and comes back slowly, so that dense music is not modulated by every one of its peaks.
 *
 * <p>In octaves of gain (6.02 dB each, positive = reduction), with demand d, average s and share w:
 * s += (d - s) k, with k of 150 ms upwards and the sustained release downwards; e = max(d, w s + (e
 * - w s) exp(-1/(release fs))).
 */
final class ReleaseEnvelope {
    private static final double SUSTAINED_ATTACK_MS = 150;

    /** A reduction that no longer changes a float sample; the recursions end here. */
    private static final double NOTHING = 1e-9;

    private final double rise;
    private final double fall;
    private final double decay;
    private final double share;

    private double gain = 1;
    private double demand;
    private double sustained;
    private double envelope;

    /**
     * @param sampleRate gains per second
     */
    ReleaseEnvelope(LimiterSettings settings, double sampleRate) {
        this.rise = 1 - decayPerFrame(SUSTAINED_ATTACK_MS, sampleRate);
        this.fall = 1 - decayPerFrame(settings.sustainedReleaseMs(), sampleRate);
        this.decay = decayPerFrame(settings.releaseMs(), sampleRate);
        this.share = settings.sustainedShare();
    }

    private static double decayPerFrame(double ms, double sampleRate) {
        return Math.exp(-1000 / (ms * sampleRate));
    }

    /**
     * Replaces each demanded gain (0..1) by the one that follows it, never above it but for
     * rounding (1e-12).
     */
    void process(double[] gains, int frames) {
        for (int i = 0; i < frames; i++) {
            gains[i] = next(gains[i]);
        }
    }

    private double next(double demandedGain) {
        if (demandedGain != gain) {
            gain = demandedGain;
            demand = -BinaryLog.of(demandedGain);
        }
        sustained += (demand - sustained) * (demand > sustained ? rise : fall);
        double floor = share * sustained;
        envelope = floor + (envelope - floor) * decay;
        if (envelope <= demand) {
            envelope = demand;
            endRecursion();
            return demandedGain;
        }
        endRecursion();
        return BinaryLog.power(-envelope);
    }

    private void endRecursion() {
        if (sustained < NOTHING) {
            sustained = 0;
        }
        if (envelope < NOTHING) {
            envelope = 0;
        }
    }

    /** Whether the gain is 1 and stays so until less is demanded. */
    boolean isOpen() {
        return envelope == 0 && sustained == 0;
    }

    void reset() {
        gain = 1;
        demand = 0;
        sustained = 0;
        envelope = 0;
    }
}
