package auralis.dsp.master;

import auralis.dsp.Decibels;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.filter.KWeightingDesign;
import auralis.dsp.meter.WaveformSummary;
import auralis.dsp.spectrum.Bands;
import java.util.List;

/**
 * The make-up gain as far as the analysis alone foretells it: there at once, right to about half a
 * loudness unit.
 */
final class GainEstimate {
    private static final double K_RATE = 48_000;

    /**
     * The part of a reduction, asked for by a peak, that the stretch around it loses: fitted to
     * what the limiter did to a dozen recordings, whole and in part, at −14, −11 and −9 LUFS.
     */
    private static final double SHARE_OF_STRETCH = 0.75;

    /** Stretches so far under the loudest do not count for loudness. */
    private static final double GATE_POWER = Decibels.toPower(-20);

    private static final double MOST_LOSS_DB = 15;
    private static final int HALVINGS = 24;

    private GainEstimate() {}

    /**
     * @param draft a plan with a target, of a track that has a loudness
     * @param firm whether dynamics may be given up for the target
     */
    static double gainDb(Measurements analysis, MasteringPlan draft, boolean firm) {
        double shapeDb = loudnessOfShape(analysis, draft) + DynamicsPlan.addedLu(draft.dynamics());
        double shapedLufs = analysis.loudness().integratedLufs().orElseThrow() + shapeDb;
        double low = draft.targetLufs().orElseThrow() - shapedLufs;
        double high = low + MOST_LOSS_DB;
        double unlimited = low;
        for (int i = 0; i < HALVINGS; i++) {
            double gainDb = (low + high) / 2;
            double overDb = gainDb + shapeDb - draft.ceilingDbtp();
            if (gainDb - lossDb(analysis.waveform(), overDb) > unlimited) {
                high = gainDb;
            } else {
                low = gainDb;
            }
        }
        return firm ? low : Math.min(low, dynamicGainDb(analysis, draft, shapeDb));
    }

    /**
     * The highest gain that leaves peaks far enough over the loudness around them: none is too high
     * while the limiter rests.
     */
    private static double dynamicGainDb(
            Measurements analysis, MasteringPlan draft, double shapeDb) {
        double peakDbtp = analysis.peaks().truePeakDbtp().orElse(0);
        double shortTermLufs =
                analysis.loudness().maxShortTermLufs().orElse(-GainCurve.LEAST_PSR_DB);
        double loudest = Math.min(peakDbtp, shortTermLufs + GainCurve.LEAST_PSR_DB);
        return draft.ceilingDbtp() - loudest - shapeDb;
    }

    /** What a limiter takes from the loudness of a waveform that is raised over its ceiling. */
    private static double lossDb(WaveformSummary waveform, double overDb) {
        float[] rms = waveform.rms();
        double over = Decibels.toGain(overDb);
        double gate = 0;
        for (float level : rms) {
            gate = Math.max(gate, GATE_POWER * level * level);
        }
        double before = 0;
        double after = 0;
        for (int i = 0; i < rms.length; i++) {
            double power = (double) rms[i] * rms[i];
            if (power > gate) {
                double peak = over * Math.max(waveform.max()[i], -waveform.min()[i]);
                before += power;
                after += power * (peak > 1 ? Math.pow(peak, -2 * SHARE_OF_STRETCH) : 1);
            }
        }
        return before > 0 ? Decibels.ofPower(before / after) : 0;
    }

    /**
     * By how much tone and width change integrated loudness: the K-weighted power of the bands,
     * after against before.
     */
    static double loudnessOfShape(Measurements analysis, MasteringPlan draft) {
        List<Double> levelsDb = analysis.tone().twelfthOctaveDb();
        List<Double> sideToMidDb = analysis.stereo().sideToMidDb();
        double[] toneDb = new ToneCurve(draft.tone()).realisedDb();
        double before = 0;
        double after = 0;
        for (int band = 0; band < levelsDb.size(); band++) {
            double hz = Bands.TWELFTH_OCTAVE.centreHz(band);
            double power = Decibels.toPower(levelsDb.get(band)) * kWeightedPower(hz);
            before += power;
            double side = sideToMidDb.isEmpty() ? 0 : Decibels.toPower(sideToMidDb.get(band));
            double gain = WidthPlan.gain(draft.width(), hz);
            after += power * Decibels.toPower(toneDb[band]) * (1 + side * gain * gain) / (1 + side);
        }
        return before > 0 ? Decibels.ofPower(after / before) : 0;
    }

    /** What a power at a frequency counts for in loudness. */
    static double kWeightedPower(double hz) {
        double gain =
                KWeightingDesign.shelf(K_RATE).magnitude(hz, K_RATE)
                        * KWeightingDesign.highPass(K_RATE).magnitude(hz, K_RATE);
        return gain * gain;
    }
}
