package auralis.dsp.spectrum;

import java.util.Optional;

/**
 * Collects how mid and side differ in the frames of a stereo {@link Stft}. Side and mid follow from
 * the power of the channels and their cross power: with P their mean power and X = Re(L R*), the
 * mid has (P + X) / 2 and the side (P - X) / 2, so no further transform is needed.
 */
final class SideGauge {
    private static final double SPLIT_HZ = 120;
    private static final double WIDEST_SHARE = 0.05;
    private static final double NARROWEST_DB = -60;
    private static final int CLASSES_PER_DB = 2;
    private static final int CLASSES = 100 * CLASSES_PER_DB;

    private final Stft stft;
    private final int split;
    private final float[] cross;
    private final GatedMean mean;

    /**
     * Which classes of width a frame lies between: shares that sum to 1, elsewhere 0; so its mean
     * is a distribution, and moves smoothly with the frames.
     */
    private final float[] widthClass = new float[CLASSES];

    private final GatedMean distribution = new GatedMean(CLASSES);

    SideGauge(Stft stft) {
        this.stft = stft;
        this.split = (int) Math.ceil(SPLIT_HZ / stft.binHz());
        this.cross = new float[stft.bins()];
        this.mean = new GatedMean(stft.bins());
    }

    /**
     * @param level mean square of the frame, by which it is gated
     */
    void add(double level, float[] power) {
        stft.crossPower(cross);
        mean.add(level, cross);
        double both = 0;
        double agreeing = 0;
        for (int k = split; k < cross.length; k++) {
            both += power[k];
            agreeing += cross[k];
        }
        double place = place(Math.max(0, both - agreeing), Math.max(0, both + agreeing));
        int at = (int) place;
        widthClass[at] = (float) (at + 1 - place);
        widthClass[at + 1] = (float) (place - at);
        distribution.add(level, widthClass);
        widthClass[at] = 0;
        widthClass[at + 1] = 0;
    }

    /** Where between the classes a frame lies. */
    private static double place(double side, double mid) {
        if (side == 0) {
            return 0;
        }
        double db = 10 * Math.log10(side / mid);
        return Math.min(CLASSES - 2, Math.max(0, (db - NARROWEST_DB) * CLASSES_PER_DB));
    }

    void clear() {
        mean.clear();
        distribution.clear();
    }

    /**
     * @param power the mean over the same frames
     */
    Optional<StereoSpectrum> result(double[] power) {
        return mean.mean().map(agreeing -> spectrum(power, agreeing));
    }

    private StereoSpectrum spectrum(double[] power, double[] agreeing) {
        double[] mid = new double[power.length];
        double[] side = new double[power.length];
        for (int k = 0; k < power.length; k++) {
            mid[k] = Math.max(0, power[k] + agreeing[k]) / 2;
            side[k] = Math.max(0, power[k] - agreeing[k]) / 2;
        }
        return new StereoSpectrum(
                new PowerSpectrum(mid, stft.binHz()),
                new PowerSpectrum(side, stft.binHz()),
                widestDb());
    }

    private double widestDb() {
        double[] shares = distribution.mean().orElseThrow();
        int at = CLASSES - 1;
        double wider = shares[at];
        while (at > 0 && wider < WIDEST_SHARE) {
            at--;
            wider += shares[at];
        }
        double place = at + (shares[at] > 0 ? (wider - WIDEST_SHARE) / shares[at] : 0);
        return NARROWEST_DB + place / CLASSES_PER_DB;
    }
}
