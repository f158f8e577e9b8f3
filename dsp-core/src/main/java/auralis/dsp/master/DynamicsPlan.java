package auralis.dsp.master;

import auralis.dsp.analysis.Measurements;
import auralis.dsp.spectrum.Bands;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Decides what is done to the dynamics of a track. Every amount is a continuous curve of the
 * measurements, built of ramps that reach their ends without a step.
 */
final class DynamicsPlan {
    /** How strongly attacks are brought forward at most where nothing was taken from them. */
    private static final double ATTACK_STRENGTH = 0.4;

    /** Limited material (crest under the first) is never compressed again. */
    private static final double LIMITED_CREST_DB = 12;

    private static final double OPEN_CREST_DB = 16;

    /** Evening half-wanted begins at a range of 8 LU; the more it is wanted, the sooner. */
    private static final double RANGE_LU = 16;

    private static final double FULL_RANGE_LU = 8;

    /** Over the median level of a band in loud passages. */
    private static final double THRESHOLD_OVER_MEDIAN_DB = 3;

    /** Flat tops per second of a clipped recording; fewer may be chance. */
    private static final double FEW_FLAT_TOPS = 2;

    private static final double MANY_FLAT_TOPS = 20;
    private static final double MOST_DECLIP_DB = 3;

    /** Targets from here on are loud. */
    private static final double LOUD_LUFS = -12;

    private static final double LOUD_RAMP_LU = 1;

    /** A third octave so far below the strongest is no strong tone; 6 dB more, and it is. */
    private static final double WEAK_DB = 18;

    private static final double WEAK_RAMP_DB = 6;

    private static final double LU_OF_EXPANSION = 0.8;
    private static final double LU_OF_COMPRESSION = 1.1;

    private final Measurements analysis;
    private final MasteringSettings.Dynamics wanted;
    private final LoudnessRestraint restraint;
    private final double amount;

    /**
     * @param wanted switched off, nothing is done
     */
    DynamicsPlan(
            Measurements analysis, MasteringSettings.Dynamics wanted, LoudnessRestraint restraint) {
        this.analysis = analysis;
        this.wanted = wanted;
        this.restraint = restraint;
        this.amount = wanted.on() ? wanted.amount() : 0;
    }

    /**
     * @param expansion what the restraint asks for, 0..1
     * @param targetLufs empty when the level stays
     * @param ceilingDbtp of the limiter
     */
    MasteringPlan.Dynamics plan(double expansion, OptionalDouble targetLufs, double ceilingDbtp) {
        double peakDbfs = analysis.peaks().samplePeakDbfs().orElse(0);
        double lufs = analysis.loudness().integratedLufs().orElse(0);
        double gainDb = targetLufs.orElse(lufs) - lufs;
        return new MasteringPlan.Dynamics(
                amount * MOST_DECLIP_DB * clipped(),
                peakDbfs,
                amount * Math.min(1, expansion + attack()),
                amount * compression(),
                thresholdsDb(),
                amount * softClipDb(targetLufs),
                ceilingDbtp - gainDb,
                lowestToneHz(analysis.tone().thirdOctaveDb()));
    }

    /** 0..1. */
    private double clipped() {
        return ramp(analysis.flatTopsPerSecond(), FEW_FLAT_TOPS, MANY_FLAT_TOPS);
    }

    private double attack() {
        return ATTACK_STRENGTH * wanted.shape().attack() * restraint.quiet();
    }

    /**
     * Much for material of great range, nothing for what is even or was limited before; how soon it
     * begins is a matter of taste.
     */
    private double compression() {
        double taste = wanted.shape().compression();
        double range = analysis.loudness().rangeLu().orElse(0);
        double crest = analysis.crestDb().orElse(0);
        double least = RANGE_LU * (1 - taste);
        boolean measured = !analysis.bandMedianDb().isEmpty();
        return measured
                ? taste
                        * restraint.quiet()
                        * ramp(crest, LIMITED_CREST_DB, OPEN_CREST_DB)
                        * ramp(range, least, least + FULL_RANGE_LU)
                : 0;
    }

    private List<Double> thresholdsDb() {
        return analysis.bandMedianDb().stream().map(db -> db + THRESHOLD_OVER_MEDIAN_DB).toList();
    }

    /** For loud targets; nowhere in the region of compressed loud material. */
    private double softClipDb(OptionalDouble targetLufs) {
        if (targetLufs.isEmpty()) {
            return 0;
        }
        double loud = ramp(targetLufs.getAsDouble(), LOUD_LUFS, LOUD_LUFS + LOUD_RAMP_LU);
        double spared = Math.max(0, 1 - 4 * restraint.compressedLoud());
        return wanted.shape().softClipDb() * loud * spared;
    }

    /**
     * The lowest third octave with strong energy, at most 50 Hz: below that the limiter has to hold
     * longer than usual. The weight of each band falls smoothly with its level, so that the answer
     * moves smoothly from one band to the next.
     */
    static double lowestToneHz(List<Double> thirdOctaveDb) {
        if (thirdOctaveDb.isEmpty()) {
            return MasteringPlan.Dynamics.USUAL_LOWEST_HZ;
        }
        double weakDb = Collections.max(thirdOctaveDb) - WEAK_DB;
        double logHz = 0;
        double left = 1;
        for (int band = 0; left > 0; band++) {
            double weight = ramp(thirdOctaveDb.get(band), weakDb, weakDb + WEAK_RAMP_DB);
            logHz += left * weight * Math.log(Bands.THIRD_OCTAVE.centreHz(band));
            left *= 1 - weight;
        }
        return Math.min(MasteringPlan.Dynamics.USUAL_LOWEST_HZ, Math.exp(logHz));
    }

    /** By how much dynamics change integrated loudness, on the average of what was measured. */
    static double addedLu(MasteringPlan.Dynamics plan) {
        return LU_OF_EXPANSION * Math.pow(plan.expansion(), 0.75)
                - LU_OF_COMPRESSION * plan.compression();
    }

    /** 0 up to the first, 1 from the second on, a cubic between. */
    private static double ramp(double x, double from, double to) {
        double t = Math.min(1, Math.max(0, (x - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
