package auralis.library.export;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.meter.LoudnessCurve;
import auralis.dsp.spectrum.Bands;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a report shows of a sound beside its numbers.
 *
 * @param thirdOctaveDb power of the loud passages in each of {@link Bands#THIRD_OCTAVE}; empty for
 *     silence
 * @param loudness over time
 * @param stereoWidth RMS side / (RMS mid + RMS side), 0..1; empty for silence
 * @param phaseCorrelation of left and right, -1..1; empty when one is silent
 */
public record SoundPicture(
        List<Double> thirdOctaveDb,
        LoudnessCurve loudness,
        OptionalDouble stereoWidth,
        OptionalDouble phaseCorrelation) {
    public SoundPicture {
        thirdOctaveDb = List.copyOf(thirdOctaveDb);
    }

    /** Of a source, from what is known of it already. */
    public static SoundPicture of(TrackAnalysis analysis) {
        return new SoundPicture(
                analysis.tone().thirdOctaveDb().stream().map(SoundPicture::hundredths).toList(),
                analysis.dynamics().loudness(),
                analysis.stereoWidth(),
                analysis.fingerprint().get(Dimension.PHASE_CORRELATION));
    }

    /** As much as anybody can see. */
    static double hundredths(double db) {
        return Math.rint(100 * db) / 100;
    }
}
