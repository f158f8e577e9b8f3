package auralis.library.track;

import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.TrackAnalysis;
import java.util.List;
import java.util.Locale;

/** What a user should know about a track before trusting it, in sentences. */
public final class TrackWarnings {
    private TrackWarnings() {}

    public static List<String> of(TrackAnalysis analysis) {
        return of(analysis.format(), analysis.damage());
    }

    /** The same of a source that was read to its end. */
    public static List<String> of(StreamFormat format, List<Damage> damage) {
        if (damage.isEmpty()) {
            return List.of();
        }
        long frames = damage.stream().mapToLong(Damage::frames).sum();
        long first = (long) format.seconds(damage.get(0).frame());
        return List.of(
                String.format(
                        Locale.ROOT,
                        "The file is damaged: %.2f s could not be decoded and are silent, first at"
                                + " %d:%02d.",
                        format.seconds(frames),
                        first / 60,
                        first % 60));
    }
}
