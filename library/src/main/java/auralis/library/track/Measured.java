package auralis.library.track;

import auralis.dsp.analysis.TrackAnalysis;
import java.util.OptionalDouble;

/** What was measured of a track and can be searched and sorted by; empty before that. */
public record Measured(
        OptionalDouble integratedLufs, OptionalDouble rangeLu, OptionalDouble truePeakDbtp) {

    public static final Measured NOTHING =
            new Measured(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public static Measured of(TrackAnalysis analysis) {
        return new Measured(
                analysis.loudness().integratedLufs(),
                analysis.loudness().rangeLu(),
                analysis.peaks().truePeakDbtp());
    }
}
