package auralis.dsp.master;

import auralis.dsp.Decibels;
import java.util.List;

/**
 * Simultaneous masking between critical bands: what a band must exceed to be heard beside its
 * neighbours.
 *
 * <p>The excitation of a band spreads over the Bark scale by Schroeder's function, whose slopes are
 * 25 dB per Bark downwards and 10 dB per Bark upwards (Schroeder, Atal and Hall, "Optimizing
 * digital speech coders by exploiting masking properties of the human ear", JASA 66(6), 1979). The
 * spread powers of all other bands add; what lies {@link #OFFSET_DB} below their sum is not heard
 * (noise masks better than tones, for which the offset would be about 14 dB; Zwicker and Fastl,
 * Psychoacoustics, chapter 4). Neighbouring critical bands are one Bark apart.
 */
final class Masking {
    private static final double OFFSET_DB = 6;

    /** A band passes from masked to heard over so many dB around its threshold. */
    private static final double TRANSITION_DB = 6;

    private Masking() {}

    /**
     * How much of each band is heard: 0 masked by the others, 1 clearly above them, smooth between.
     *
     * @param bandDb power in neighbouring critical bands
     */
    static double[] audibility(List<Double> bandDb) {
        double[] heard = new double[bandDb.size()];
        for (int band = 0; band < heard.length; band++) {
            double over = bandDb.get(band) - thresholdDb(bandDb, band);
            double t = Math.min(1, Math.max(0, over / TRANSITION_DB + 0.5));
            heard[band] = t * t * (3 - 2 * t);
        }
        return heard;
    }

    /** The level under which a band is masked by all others. */
    static double thresholdDb(List<Double> bandDb, int band) {
        double power = 0;
        for (int masker = 0; masker < bandDb.size(); masker++) {
            if (masker != band) {
                power += Decibels.toPower(bandDb.get(masker) + spreadDb(band - masker));
            }
        }
        return Decibels.ofPower(power) - OFFSET_DB;
    }

    /**
     * @param bark from the masker to the masked band
     */
    private static double spreadDb(double bark) {
        double x = bark + 0.474;
        return 15.81 + 7.5 * x - 17.5 * Math.sqrt(1 + x * x);
    }
}
