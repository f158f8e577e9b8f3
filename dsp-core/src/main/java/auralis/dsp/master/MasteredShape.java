package auralis.dsp.master;

import auralis.dsp.Decibels;
import auralis.dsp.meter.WaveformSummary;
import java.util.OptionalDouble;

/**
 * The picture of the mastered side, estimated from that of the original at once and without
 * rendering: one drive for the whole track, and a limiter that holds each stretch below the
 * ceiling.
 *
 * <p>The drive is not the plan's make-up gain but the one with which the picture becomes as much
 * louder as the plan says that the track does. So whatever stands before the gain, tone or effects,
 * is in it as far as it changes the level; what such stages do to single peaks is not. Loudness is
 * taken for power: where deep bass, which loudness hardly counts, has most of the limiting, the
 * picture is off by a few decibels.
 */
public final class MasteredShape {
    private static final double LEAST_DRIVE_DB = -60;
    private static final double MOST_DRIVE_DB = 60;
    private static final int HALVINGS = 24;

    private final WaveformSummary original;
    private final double ceiling;

    private MasteredShape(WaveformSummary original, double ceiling) {
        this.original = original;
        this.ceiling = ceiling;
    }

    /**
     * @param original of the whole track
     * @param louderByDb what the plan makes of its loudness; where it is not known, the plan's gain
     *     is the drive
     */
    public static WaveformSummary estimate(
            WaveformSummary original, MasteringPlan plan, OptionalDouble louderByDb) {
        if (plan.isNeutral()) {
            return original;
        }
        MasteredShape shape = new MasteredShape(original, Decibels.toGain(plan.ceilingDbtp()));
        return shape.driven(
                Decibels.toGain(
                        louderByDb.isPresent()
                                ? shape.driveDb(louderByDb.getAsDouble())
                                : plan.gainDb()));
    }

    /** By halving, because the power only grows with the drive. */
    private double driveDb(double louderByDb) {
        double wanted = power(1, false) * Decibels.toPower(louderByDb);
        double low = LEAST_DRIVE_DB;
        double high = MOST_DRIVE_DB;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (power(Decibels.toGain(middle), true) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double power(double drive, boolean limited) {
        float[] rms = original.rms();
        float[] min = original.min();
        float[] max = original.max();
        double sum = 0;
        for (int i = 0; i < rms.length; i++) {
            double x = rms[i] * drive;
            sum += x * x * (limited ? reduction(drive * Math.max(-min[i], max[i])) : 1);
        }
        return sum;
    }

    /**
     * What the limiter leaves of the power of a stretch, linear: between two peaks it lets go, so
     * that all of the stretch loses about half of the decibels that the highest peak does.
     */
    private double reduction(double peak) {
        return peak <= ceiling ? 1 : ceiling / peak;
    }

    private WaveformSummary driven(double drive) {
        float[] min = original.min().clone();
        float[] max = original.max().clone();
        float[] rms = original.rms().clone();
        for (int i = 0; i < rms.length; i++) {
            double peak = drive * Math.max(-min[i], max[i]);
            rms[i] = (float) (rms[i] * drive * Math.sqrt(reduction(peak)));
            min[i] = (float) Math.max(-ceiling, min[i] * drive);
            max[i] = (float) Math.min(ceiling, max[i] * drive);
        }
        return new WaveformSummary(original.frames(), original.bucketFrames(), min, max, rms);
    }
}
