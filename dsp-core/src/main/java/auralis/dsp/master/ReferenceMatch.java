package auralis.dsp.master;

import auralis.dsp.Decibels;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.spectrum.Bands;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a track needs to sound like a reference: gains of third octaves, of the side signal, of
 * attacks, and a loudness. Several references are averaged by their weights, in dB.
 *
 * <p>Tone: the long-term spectra of the loud passages are compared at equal loudness. The
 * difference D is limited softly, A tanh(D / A) with A = 9 dB, and fades to nothing where either
 * spectrum lies 60 dB below its peak (the top that a lossy codec took away is not matched) and
 * above 18 kHz. A filter whose taps are as long as 93 ms smooths its curve below 60 Hz, so the
 * gains are then corrected by what the real filter of the chain misses of them.
 */
final class ReferenceMatch {
    private static final Bands BANDS = Bands.THIRD_OCTAVE;
    private static final double MOST_DB = 9;
    private static final double ABSENT_DB = 60;
    private static final double HIGHEST_HZ = 18_000;

    /** Where {@link MasteringPlan.Width#rest} acts. */
    private static final double REST_HZ = 300;

    /** Crest factors so far apart ask for the whole expansion. */
    private static final double FULL_EXPANSION_DB = 10;

    private static final int REFINEMENTS = 4;
    private static final double MOST_REFINEMENT_DB = 3;

    private final Measurements analysis;
    private final List<Reference.Track> tracks;

    ReferenceMatch(Measurements analysis, Reference reference) {
        this.analysis = analysis;
        this.tracks = reference.tracks();
    }

    /** The gains of third octaves with which the chain's filter comes closest to the reference. */
    List<Double> toneDb() {
        List<Double> source = analysis.tone().thirdOctaveDb();
        List<Reference.Track> heard =
                tracks.stream().filter(track -> !track.thirdOctaveDb().isEmpty()).toList();
        if (source.isEmpty() || heard.isEmpty()) {
            return Collections.nCopies(BANDS.count(), 0.0);
        }
        return corners(limited(difference(source, heard), source, heard));
    }

    /** Reference less source, in dB, at equal loudness. */
    private static double[] difference(List<Double> source, List<Reference.Track> heard) {
        double sourceLevel = levelDb(source);
        double[] difference = new double[BANDS.count()];
        double mean = 0;
        double weights = 0;
        for (int band = 0; band < difference.length; band++) {
            int at = band;
            double wanted =
                    average(heard, t -> t.thirdOctaveDb().get(at) - levelDb(t.thirdOctaveDb()));
            difference[band] = wanted - (source.get(band) - sourceLevel);
            double weight =
                    GainEstimate.kWeightedPower(BANDS.centreHz(band))
                            * present(source, band)
                            * average(heard, t -> present(t.thirdOctaveDb(), at));
            mean += weight * difference[band];
            weights += weight;
        }
        for (int band = 0; band < difference.length; band++) {
            difference[band] -= mean / Math.max(1e-9, weights);
        }
        return difference;
    }

    private static double[] limited(
            double[] difference, List<Double> source, List<Reference.Track> heard) {
        double[] gains = new double[difference.length];
        for (int band = 0; band < gains.length; band++) {
            int at = band;
            double fade =
                    present(source, band) * average(heard, t -> present(t.thirdOctaveDb(), at));
            gains[band] =
                    BANDS.centreHz(band) > HIGHEST_HZ
                            ? 0
                            : fade * MOST_DB * Math.tanh(difference[band] / MOST_DB);
        }
        return gains;
    }

    /** 1, falling to 0 around 60 dB below the strongest band. */
    private static double present(List<Double> levelsDb, int band) {
        double under = Collections.max(levelsDb) - levelsDb.get(band);
        return Math.min(1, Math.max(0, (ABSENT_DB + 5 - under) / 10));
    }

    private static double levelDb(List<Double> levelsDb) {
        double power = 0;
        for (int band = 0; band < levelsDb.size(); band++) {
            power +=
                    Decibels.toPower(levelsDb.get(band))
                            * GainEstimate.kWeightedPower(BANDS.centreHz(band));
        }
        return Decibels.ofPower(power);
    }

    /** The corners of a curve whose filter gives the wanted gains to this music. */
    private List<Double> corners(double[] wanted) {
        double[] corners = wanted.clone();
        if (IntStream.range(0, wanted.length).allMatch(band -> wanted[band] == 0)) {
            return boxed(corners);
        }
        for (int round = 0; round < REFINEMENTS; round++) {
            double[] reached = reached(boxed(corners));
            for (int band = 0; band < corners.length; band++) {
                double next = corners[band] + wanted[band] - reached[band];
                double most = wanted[band] + MOST_REFINEMENT_DB;
                corners[band] = Math.min(most, Math.max(most - 2 * MOST_REFINEMENT_DB, next));
            }
        }
        return boxed(corners);
    }

    /** What a curve with such corners makes of the third octaves of this music. */
    private double[] reached(List<Double> cornersDb) {
        List<Double> flat = Collections.nCopies(Bands.BARK.count(), 0.0);
        double[] gainsDb = new ToneCurve(new MasteringPlan.Tone(0, flat, cornersDb)).realisedDb();
        List<Double> levelsDb = analysis.tone().twelfthOctaveDb();
        int parts = gainsDb.length / BANDS.count();
        double[] reached = new double[BANDS.count()];
        for (int band = 0; band < reached.length; band++) {
            double before = 0;
            double after = 0;
            for (int i = band * parts; i < (band + 1) * parts; i++) {
                double power = Decibels.toPower(levelsDb.get(i));
                before += power;
                after += power * Decibels.toPower(gainsDb[i]);
            }
            reached[band] = Decibels.ofPower(after / before);
        }
        return reached;
    }

    /** By how many dB the side should be changed above 300 Hz; empty where either has none. */
    OptionalDouble sideDb() {
        OptionalDouble own = sideToMidDb(analysis);
        OptionalDouble wanted = mean(tracks, Reference.Track::sideToMidDb);
        return own.isPresent() && wanted.isPresent()
                ? OptionalDouble.of(wanted.getAsDouble() - own.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Power of the side over that of the mid above 300 Hz; empty for mono and for silence. */
    static OptionalDouble sideToMidDb(Measurements analysis) {
        List<Double> levelsDb = analysis.tone().twelfthOctaveDb();
        List<Double> ratiosDb = analysis.stereo().sideToMidDb();
        double mids = 0;
        double sides = 0;
        for (int band = 0; band < ratiosDb.size(); band++) {
            if (Bands.TWELFTH_OCTAVE.lowHz(band) >= REST_HZ) {
                double ratio = Decibels.toPower(ratiosDb.get(band));
                double mid = Decibels.toPower(levelsDb.get(band)) / (1 + ratio);
                mids += mid;
                sides += mid * ratio;
            }
        }
        return mids > 0 && sides > 0
                ? OptionalDouble.of(Decibels.ofPower(sides / mids))
                : OptionalDouble.empty();
    }

    /** The expansion that brings the crest factor nearer, 0..1; nothing makes it smaller. */
    OptionalDouble expansion() {
        OptionalDouble own = analysis.crestDb();
        OptionalDouble wanted = mean(tracks, Reference.Track::crestDb);
        if (own.isEmpty() || wanted.isEmpty()) {
            return OptionalDouble.empty();
        }
        double missingDb = wanted.getAsDouble() - own.getAsDouble();
        return OptionalDouble.of(Math.min(1, Math.max(0, missingDb / FULL_EXPANSION_DB)));
    }

    static OptionalDouble lufs(List<Reference.Track> tracks) {
        return mean(tracks, Reference.Track::lufs);
    }

    private static OptionalDouble mean(
            List<Reference.Track> tracks, Function<Reference.Track, OptionalDouble> value) {
        List<Reference.Track> measured =
                tracks.stream().filter(track -> value.apply(track).isPresent()).toList();
        return measured.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(average(measured, t -> value.apply(t).getAsDouble()));
    }

    private static double average(
            List<Reference.Track> tracks, ToDoubleFunction<Reference.Track> of) {
        double sum = 0;
        double weights = 0;
        for (Reference.Track track : tracks) {
            sum += track.weight() * of.applyAsDouble(track);
            weights += track.weight();
        }
        return sum / weights;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
