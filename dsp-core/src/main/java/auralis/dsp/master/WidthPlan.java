package auralis.dsp.master;

import auralis.dsp.Decibels;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.spectrum.Bands;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Decides the gains of the side signal. What is wanted comes from the width that good records have,
 * from the preset and from a reference; what is granted keeps the music safe in mono: its
 * correlation drops by at most 0.1, the loss of its mono sum grows by at most 0.5 dB, its moments
 * of 0.34 s stay above a correlation of 0.2, and the bass never gets wider.
 *
 * <p>With the powers M and S of mid and side the correlation of left and right is (M - S) / (M + S)
 * where mid and side are independent, and above that where they are not (a sound off the middle),
 * so the estimate is on the safe side. The mono sum has M of the power M + S.
 */
final class WidthPlan {
    /** The least and the most that the side may be changed, as gains. */
    static final double NARROWEST = 0.7;

    static final double WIDEST = 1.4;

    /**
     * The range of width that good records have (RMS side / (RMS mid + RMS side)); within it
     * nothing is corrected.
     */
    private static final double NARROW = 0.15;

    private static final double WIDE = 0.4;

    private static final double MOST_CORRELATION_DROP = 0.09;
    private static final double MOST_MONO_LOSS_DB = 0.45;

    /** Side over mid at which the correlation is 0.2, and 0.8. */
    private static final double WIDE_MOMENT_DB = Decibels.ofPower(0.8 / 1.2);

    private static final double FIRM_BASS_DB = Decibels.ofPower(0.2 / 1.8);

    private static final double LEAST_BASS = 0.25;
    private static final double BASS_HZ = 120;
    private static final double REST_HZ = 300;

    private static final Bands BANDS = Bands.TWELFTH_OCTAVE;

    private final Measurements analysis;
    private final double[] mid;
    private final double[] side;

    /** What the tone makes of the power of each band. */
    private final double[] tone;

    private WidthPlan(Measurements analysis, ToneCurve curve) {
        this.analysis = analysis;
        List<Double> power = analysis.tone().twelfthOctaveDb();
        List<Double> ratio = analysis.stereo().sideToMidDb();
        mid = new double[ratio.size()];
        side = new double[ratio.size()];
        tone = new double[ratio.size()];
        double[] toneDb = curve.realisedDb();
        for (int band = 0; band < mid.length; band++) {
            double sideToMid = Decibels.toPower(ratio.get(band));
            mid[band] = Decibels.toPower(power.get(band)) / (1 + sideToMid);
            side[band] = mid[band] * sideToMid;
            tone[band] = Decibels.toPower(toneDb[band]);
        }
    }

    /**
     * @param share 0..1 of what the content asks for, by restraint
     * @param tone stands before the width: it may lift bands that are wider than others
     * @param limitedDb how far the limiter will have to lower the highest peaks
     */
    static MasteringPlan.Width of(
            Measurements analysis,
            MasteringSettings settings,
            double share,
            MasteringPlan.Tone tone,
            double limitedDb) {
        MasteringSettings.Width wanted = settings.width();
        if (!wanted.on() || analysis.stereo().sideToMidDb().isEmpty()) {
            return new MasteringPlan.Width(1, 1);
        }
        WidthPlan plan = new WidthPlan(analysis, new ToneCurve(tone));
        double rest = plan.adaptive(wanted, share);
        Reference reference = settings.reference();
        if (reference.width() && !reference.tracks().isEmpty()) {
            rest += reference.amount() * (plan.matched(reference, wanted, rest) - rest);
        }
        return plan.granted(rest, wanted.amount(), limitedDb);
    }

    /** Narrow images open a little and very wide ones close a little; a mono track stays one. */
    private double adaptive(MasteringSettings.Width wanted, double share) {
        OptionalDouble measured = analysis.stereoWidth();
        double width = measured.orElse(NARROW);
        double correction =
                Math.min(0.15, 1.5 * Math.max(0, NARROW - width))
                        - Math.min(0.1, Math.max(0, width - WIDE));
        return 1 + share * wanted.amount() * stereo() * (correction + wanted.width() - 1);
    }

    /** The gain that gives the side of the reference, within what is ever done. */
    private double matched(Reference reference, MasteringSettings.Width wanted, double own) {
        OptionalDouble sideDb = new ReferenceMatch(analysis, reference).sideDb();
        if (sideDb.isEmpty()) {
            return own;
        }
        double gain = Decibels.toGain(sideDb.getAsDouble());
        double bounded = Math.min(WIDEST, Math.max(NARROWEST, gain));
        return 1 + wanted.amount() * stereo() * (bounded - 1);
    }

    /** 0 for a mono track, which stays one, to 1 for one with a side worth the name. */
    private double stereo() {
        OptionalDouble width = analysis.stereoWidth();
        return Math.min(1, width.orElse(0) / 0.05);
    }

    /** What of a gain of the side is safe. */
    private MasteringPlan.Width granted(double wanted, double amount, double limitedDb) {
        double rest = Math.min(WIDEST, Math.max(NARROWEST, wanted));
        if (rest > 1) {
            rest = Math.min(rest, Math.max(1, widestMoment()));
        }
        rest = safest(rest);
        double bass = bass(rest, amount) * Decibels.toGain(-underLimiterDb(limitedDb));
        return new MasteringPlan.Width(Math.min(bass, rest), rest);
    }

    /**
     * A limiter ducks drums and bass in the middle and leaves the quieter moments between, so the
     * bass as a whole gets wider: by 0.1 to 0.5 dB per dB on the music it was tried with.
     */
    private static double underLimiterDb(double limitedDb) {
        return Math.min(3, 0.6 * limitedDb);
    }

    private double widestMoment() {
        double widestDb = analysis.stereo().widestDb().orElse(WIDE_MOMENT_DB);
        return Decibels.toGain(WIDE_MOMENT_DB - widestDb);
    }

    private boolean isSafe(double gain) {
        double before = sideToMid(everywhere(), false, 1);
        double after = sideToMid(everywhere(), true, gain);
        double drop = (1 - before) / (1 + before) - (1 - after) / (1 + after);
        double lossDb = Decibels.ofPower((1 + after) / (1 + before));
        return !(drop > MOST_CORRELATION_DROP || lossDb > MOST_MONO_LOSS_DB);
    }

    private int everywhere() {
        return mid.length;
    }

    private static int inBass() {
        int band = 0;
        while (BANDS.centreHz(band) < BASS_HZ) {
            band++;
        }
        return band;
    }

    /** Side over mid, in power, of the bands below one. */
    private double sideToMid(int below, boolean toned, double gain) {
        double mids = 0;
        double sides = 0;
        for (int band = 0; band < below; band++) {
            double power = toned ? tone[band] : 1;
            double widened = 1 + aboveBass(BANDS.centreHz(band)) * (gain - 1);
            mids += mid[band] * power;
            sides += side[band] * power * widened * widened;
        }
        return sides / mids;
    }

    /** 0 below 120 Hz, 1 above 300 Hz: the shelf of the chain. */
    private static double aboveBass(double hz) {
        double t = Math.log(hz / BASS_HZ);
        return Math.min(1, Math.max(0, t / Math.log(REST_HZ / BASS_HZ)));
    }

    /** What a plan does to the side at a frequency. */
    static double gain(MasteringPlan.Width width, double hz) {
        return width.bass() + aboveBass(hz) * (width.rest() - width.bass());
    }

    /** The greatest gain up to {@code wanted} that is safe; the narrowest where none is. */
    private double safest(double wanted) {
        if (isSafe(wanted)) {
            return wanted;
        }
        double low = NARROWEST;
        double high = wanted;
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            if (isSafe(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The gain of the side below 120 Hz: undoes what the tone adds to it there, and draws bass that
     * hardly agrees in left and right half of the way towards where it does, by 3 dB at most: well
     * made bass may be wide, and is not to be turned into other music.
     */
    private double bass(double rest, double amount) {
        double before = sideToMid(inBass(), false, 1);
        double after = sideToMid(inBass(), true, 1);
        if (!(before > 0 && after > 0)) {
            return 1;
        }
        double firmDb = Math.max(0, Decibels.ofPower(before) - FIRM_BASS_DB);
        // The shelf lets through a tenth of a dB of the width above it, taken off beforehand.
        double shelf = Math.min(1, 1 - 0.04 * (rest - 1));
        return shelf
                * Math.max(LEAST_BASS, Math.min(1, Math.sqrt(before / after)))
                * Decibels.toGain(-amount * Math.min(3, firmDb / 2));
    }
}
