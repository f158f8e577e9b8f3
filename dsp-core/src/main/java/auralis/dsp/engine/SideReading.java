package auralis.dsp.engine;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the meters show of one side at a moment. Values are empty where there is nothing to measure
 * yet.
 *
 * @param momentaryLufs of the last 400 ms
 * @param shortTermLufs of the last 3 s
 * @param integratedLufs gated, since the track began or the meters were reset
 * @param rangeLu loudness range since then
 * @param rangeStable whether the range may be trusted: not in the first 60 s
 * @param peaks true peak of each channel
 * @param maxTruePeakDbtp since the track began or the meters were reset
 * @param overs how often the true peak went over the ceiling, since then or since they were cleared
 * @param spectrumDb levels of {@link #SPECTRUM_POINTS} frequencies from 20 Hz to 20 kHz in equal
 *     ratios, over 1/6 octave and 3 s; a full-scale sine has 0 dB. Shared: not to be changed
 * @param points of a goniometer, x and y in turn, full scale ±√2, mono upright. Shared: not to be
 *     changed
 * @param correlation of front left and right, -1..1
 */
public record SideReading(
        OptionalDouble momentaryLufs,
        OptionalDouble shortTermLufs,
        OptionalDouble integratedLufs,
        OptionalDouble rangeLu,
        boolean rangeStable,
        List<Peak> peaks,
        OptionalDouble maxTruePeakDbtp,
        int overs,
        float[] spectrumDb,
        float[] points,
        OptionalDouble correlation) {
    public static final int SPECTRUM_POINTS = LiveSpectrum.POINTS;

    /** A channel's true peak as a bar shows it, and the highest of the last 2 s. */
    public record Peak(double dbtp, double heldDbtp) {}

    static final SideReading NONE =
            new SideReading(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    false,
                    List.of(),
                    OptionalDouble.empty(),
                    0,
                    LiveSpectrum.silence(),
                    new float[0],
                    OptionalDouble.empty());
}
