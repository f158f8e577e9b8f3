package auralis.dsp.fingerprint;

import auralis.dsp.fingerprint.FingerprintDistance.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * In which ways one track is like another, and in which it is not, in plain words.
 *
 * <p>Two tracks are alike in something when they differ by no more than a tenth of its span in the
 * library, or by what can hardly be heard; unlike from a third of the span and twice that amount.
 * What lies between is not told.
 *
 * @param alike at most three, the nearest first: "same tempo (122 and 124 BPM)"
 * @param unlike what the other is in comparison, at most two, the farthest first: "louder by 3 LU"
 */
public record Likeness(List<String> alike, List<String> unlike) {
    private static final double NEAR = 0.1;
    private static final double FAR = 1 / 3.0;
    private static final int MOST_ALIKE = 3;
    private static final int MOST_UNLIKE = 2;

    public Likeness {
        alike = List.copyOf(alike);
        unlike = List.copyOf(unlike);
    }

    /**
     * Compares a track with another.
     *
     * @param spans as of {@link FingerprintIndex#spans}
     */
    public static Likeness of(Fingerprint one, Fingerprint other, Map<Dimension, Span> spans) {
        List<Comparison> comparisons =
                Stream.of(Aspect.values())
                        .filter(aspect -> aspect.isIn(one) && aspect.isIn(other))
                        .map(aspect -> Comparison.of(aspect, one, other, spans))
                        .sorted(Comparator.comparingDouble(Comparison::difference))
                        .toList();
        return new Likeness(
                words(comparisons.stream(), Comparison::isNear, MOST_ALIKE),
                words(
                        comparisons.stream()
                                .sorted(Comparator.comparing(Comparison::difference).reversed()),
                        Comparison::isFar,
                        MOST_UNLIKE));
    }

    private static List<String> words(
            Stream<Comparison> comparisons, Predicate<Comparison> which, int most) {
        return comparisons.filter(which).limit(most).map(Comparison::words).toList();
    }

    /** "same tempo (122 BPM), equally bright; louder by 3 LU"; empty when there is nothing. */
    public String sentence() {
        return String.join(
                "; ",
                Stream.of(alike, unlike)
                        .filter(parts -> !parts.isEmpty())
                        .map(parts -> String.join(", ", parts))
                        .toList());
    }

    /** What people notice, each told by the dimension that shows it best. */
    private enum Aspect {
        TEMPO(Dimension.TEMPO_BPM, 2, "same tempo", "faster by %.0f BPM", "slower by %.0f BPM"),
        BRIGHTNESS(Dimension.SPECTRAL_CENTROID_HZ, 100, "equally bright", "brighter", "darker"),
        BASS(
                Dimension.BASS_MID_RATIO_DB,
                1,
                "as much bass",
                "more bass by %.0f dB",
                "less bass by %.0f dB"),
        DYNAMICS(
                Dimension.CREST_DB,
                1,
                "similar dynamics",
                "more dynamic by %.0f dB",
                "less dynamic by %.0f dB"),
        LOUDNESS(Dimension.LUFS, 1, "equally loud", "louder by %.0f LU", "quieter by %.0f LU"),
        MOVEMENT(
                Dimension.LOUDNESS_VARIATION_LU,
                0.5,
                "loud and soft passages alike",
                "more contrast of loud and soft",
                "more even in level"),
        RHYTHM(
                Dimension.RHYTHM_STABILITY,
                0.05,
                "equally steady",
                "steadier rhythm",
                "freer rhythm"),
        DENSITY(Dimension.TRANSIENT_DENSITY, 0.03, "equally busy", "busier", "calmer"),
        HARMONY(
                Dimension.HARMONIC_RATIO,
                0.05,
                "as much melody as beat",
                "more melodic",
                "more percussive"),
        NOISE(Dimension.SPECTRAL_FLATNESS, 0.02, "similar texture", "noisier", "purer in sound"),
        WIDTH(Dimension.STEREO_WIDTH, 0.04, "equally wide", "wider", "narrower");

        private final Dimension dimension;
        private final double hardlyHeard;
        private final String same;
        private final String more;
        private final String less;

        Aspect(Dimension dimension, double hardlyHeard, String same, String more, String less) {
            this.dimension = dimension;
            this.hardlyHeard = hardlyHeard;
            this.same = same;
            this.more = more;
            this.less = less;
        }

        boolean isIn(Fingerprint fingerprint) {
            return fingerprint.get(dimension).isPresent();
        }
    }

    private record Comparison(Aspect aspect, double one, double other, double span) {
        static Comparison of(
                Aspect aspect, Fingerprint one, Fingerprint other, Map<Dimension, Span> spans) {
            Span span = spans.getOrDefault(aspect.dimension, new Span(0, 0));
            return new Comparison(
                    aspect,
                    one.get(aspect.dimension).getAsDouble(),
                    other.get(aspect.dimension).getAsDouble(),
                    span.high() - span.low());
        }

        private double amount() {
            return Math.abs(other - one);
        }

        /** Against the span, or where there is none against what can be heard. */
        double difference() {
            return amount() / Math.max(span, aspect.hardlyHeard);
        }

        boolean isNear() {
            return amount() <= Math.max(NEAR * span, aspect.hardlyHeard);
        }

        boolean isFar() {
            return amount() >= Math.max(FAR * span, 2 * aspect.hardlyHeard);
        }

        String words() {
            return isNear()
                    ? aspect.same + (aspect == Aspect.TEMPO ? tempi() : "")
                    : String.format(Locale.ROOT, other > one ? aspect.more : aspect.less, amount());
        }

        private String tempi() {
            long first = Math.round(one);
            long second = Math.round(other);
            return first == second
                    ? " (" + first + " BPM)"
                    : " (" + first + " and " + second + " BPM)";
        }
    }
}
