package auralis.dsp.dynamics;

/**
 * What a {@link Compressor} is told.
 *
 * @param thresholdDb level of the middle of the knee, -80..24 dBFS (peak)
 * @param ratio dB of input for one dB of output above the knee, 1..1 000; 1 leaves the stream alone
 * @param kneeDb width of the transition, 0..48 dB
 * @param attackMs time constant of the reduction's growth, 0..1 000 ms
 * @param releaseMs time constant of the way back, 1..10 000 ms
 * @param makeupDb gain behind the reduction, -24..24 dB
 */
public record CompressorSettings(
        double thresholdDb,
        double ratio,
        double kneeDb,
        double attackMs,
        double releaseMs,
        double makeupDb) {

    public CompressorSettings {
        Range.check("threshold dB", thresholdDb, -80, 24);
        Range.check("ratio", ratio, 1, 1_000);
        Range.check("knee dB", kneeDb, 0, 48);
        Range.check("attack ms", attackMs, 0, 1_000);
        Range.check("release ms", releaseMs, 1, 10_000);
        Range.check("make-up dB", makeupDb, -24, 24);
    }
}
