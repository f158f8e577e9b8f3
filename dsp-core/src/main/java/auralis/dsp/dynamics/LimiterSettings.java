package auralis.dsp.dynamics;

/**
 * What a {@link TruePeakLimiter} is told.
 *
 * @param ceilingDbtp the level that no point between the samples may pass, -60..200 dBTP (a source
 *     that is mastered in part keeps part of its own peak, however high)
 * @param lookAheadMs how early the gain begins to fall before a peak, 0..20 ms; this is latency
 * @param holdMs how long the gain stays down behind a peak, 0..50 ms; look-ahead and hold together
 *     should last half a period of the deepest tone, or the gain follows its wave
 * @param releaseMs time constant of the way back from an isolated peak, 1..1 000 ms
 * @param sustainedReleaseMs time constant of the way back from a lasting reduction, 10..10 000 ms
 * @param sustainedShare the part of a lasting reduction (in dB) that recovers slowly, 0..1
 */
public record LimiterSettings(
        double ceilingDbtp,
        double lookAheadMs,
        double holdMs,
        double releaseMs,
        double sustainedReleaseMs,
        double sustainedShare) {

    public LimiterSettings {
        Range.check("ceiling dBTP", ceilingDbtp, -60, 200);
        Range.check("look-ahead ms", lookAheadMs, 0, 20);
        Range.check("hold ms", holdMs, 0, 50);
        Range.check("release ms", releaseMs, 1, 1_000);
        Range.check("sustained release ms", sustainedReleaseMs, 10, 10_000);
        Range.check("sustained share", sustainedShare, 0, 1);
    }

    /** Times for music: no tone from 50 Hz upwards is bent, drums recover within 10 ms. */
    public static LimiterSettings defaults(double ceilingDbtp) {
        return new LimiterSettings(ceilingDbtp, 5, 5, 10, 300, 0.5);
    }

    /**
     * The same with a hold that covers half a period of the lowest strong tone: 2..12 ms, which is
     * enough from 30 Hz upwards with a look-ahead of 5 ms.
     */
    public LimiterSettings holdingTone(double lowestHz) {
        double halfPeriodMs = 500 / lowestHz;
        double hold = Math.max(2, Math.min(12, halfPeriodMs - lookAheadMs));
        return new LimiterSettings(
                ceilingDbtp, lookAheadMs, hold, releaseMs, sustainedReleaseMs, sustainedShare);
    }
}
