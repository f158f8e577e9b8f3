package auralis.library.export;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.library.media.MediaFormat;
import auralis.library.track.TrackWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What keeps a master from being as good as it could be, in sentences. */
final class SourceWarnings {
    /** From here on the mastering takes flat tops for clipping. */
    private static final double CLIPPED_PER_SECOND = 2;

    private SourceWarnings() {}

    static List<String> of(TrackAnalysis analysis, MediaFormat media) {
        List<String> warnings = new ArrayList<>(TrackWarnings.of(analysis));
        if (analysis.flatTopsPerSecond() > CLIPPED_PER_SECOND) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "The source is clipped: it is cut flat at its peak %d times, %.0f times"
                                    + " a second.",
                            analysis.dynamics().flatTops(),
                            analysis.flatTopsPerSecond()));
        }
        if (media.bitDepth().isEmpty()) {
            warnings.add(
                    "The source is "
                            + media.codec().toUpperCase(Locale.ROOT)
                            + ", a lossy format: what its encoder left out cannot come back.");
        }
        if (analysis.format().channels() == 1) {
            warnings.add("The source is mono.");
        } else if (analysis.stereoWidth().orElse(1) == 0) {
            warnings.add("The source is mono: both channels are alike.");
        }
        return warnings;
    }
}
