package auralis.library.export;

import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.Peaks;
import java.util.OptionalDouble;

/**
 * Loudness and peaks of a stream; empty where there is nothing to measure.
 *
 * @param rangeStable whether the range is of 60 s or more
 * @param plrDb peak to loudness ratio: true peak minus integrated loudness
 */
public record Measurement(
        OptionalDouble integratedLufs,
        OptionalDouble rangeLu,
        boolean rangeStable,
        OptionalDouble maxMomentaryLufs,
        OptionalDouble maxShortTermLufs,
        OptionalDouble truePeakDbtp,
        OptionalDouble samplePeakDbfs,
        OptionalDouble plrDb) {

    public static Measurement of(Loudness loudness, Peaks peaks) {
        boolean both = loudness.integratedLufs().isPresent() && peaks.truePeakDbtp().isPresent();
        return new Measurement(
                loudness.integratedLufs(),
                loudness.rangeLu(),
                loudness.rangeStable(),
                loudness.maxMomentaryLufs(),
                loudness.maxShortTermLufs(),
                peaks.truePeakDbtp(),
                peaks.samplePeakDbfs(),
                both
                        ? OptionalDouble.of(
                                peaks.truePeakDbtp().getAsDouble()
                                        - loudness.integratedLufs().getAsDouble())
                        : OptionalDouble.empty());
    }
}
