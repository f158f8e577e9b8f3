package auralis.library.track;

import java.util.OptionalDouble;

/** What was measured of a track and can be searched and sorted by; empty before that. */
public record Measured(
        OptionalDouble integratedLufs, OptionalDouble rangeLu, OptionalDouble truePeakDbtp) {

    public static final Measured NOTHING =
            new Measured(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
