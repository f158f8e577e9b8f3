package auralis.dsp.master;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.spectrum.Bands;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Music that a master is pulled towards, as far as it matters: measured numbers instead of files,
 * so that a preset or a report says everything that is needed to master like it again.
 *
 * @param tracks one or several; none: the content decides alone
 * @param amount 0..1: how far from what the content asks for (0) to the reference (1)
 * @param tone whether the spectrum is matched; what is not matched stays with the content
 * @param width whether the width of the image is
 * @param dynamics whether the crest factor is
 * @param loudness whether the loudness is; a loudness the user asked for goes before it
 */
public record Reference(
        List<Track> tracks,
        double amount,
        boolean tone,
        boolean width,
        boolean dynamics,
        boolean loudness) {

    public static final Reference NONE = new Reference(List.of(), 1, true, true, true, true);

    public Reference {
        tracks = List.copyOf(tracks);
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("reference amount is 0.0 to 1.0, not " + amount);
        }
    }

    /** How the settings are to be read. */
    public enum Mode {
        /** The content decides. */
        ADAPTIVE,
        /** The reference does. */
        REFERENCE,
        /** The one is pulled towards the other. */
        HYBRID
    }

    /**
     * A piece of music by its numbers; empty where it has none (silence, mono).
     *
     * @param name how people call it
     * @param weight above 0; only its relation to the other weights matters
     * @param thirdOctaveDb as {@link TrackAnalysis.Tone#thirdOctaveDb}
     * @param sideToMidDb power of the side over that of the mid above 300 Hz
     * @param crestDb sample peak over gated RMS
     * @param lufs integrated loudness
     */
    public record Track(
            String name,
            double weight,
            List<Double> thirdOctaveDb,
            OptionalDouble sideToMidDb,
            OptionalDouble crestDb,
            OptionalDouble lufs) {
        public Track {
            thirdOctaveDb = List.copyOf(thirdOctaveDb);
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("the weight of a reference is above 0");
            }
            if (!thirdOctaveDb.isEmpty() && thirdOctaveDb.size() != Bands.THIRD_OCTAVE.count()) {
                throw new IllegalArgumentException(thirdOctaveDb.size() + " third octaves");
            }
        }

        public static Track of(String name, double weight, TrackAnalysis analysis) {
            return new Track(
                    name,
                    weight,
                    analysis.tone().thirdOctaveDb(),
                    ReferenceMatch.sideToMidDb(analysis),
                    analysis.fingerprint().get(Dimension.CREST_DB),
                    analysis.loudness().integratedLufs());
        }
    }

    public Mode mode() {
        if (tracks.isEmpty() || amount == 0) {
            return Mode.ADAPTIVE;
        }
        return amount == 1 ? Mode.REFERENCE : Mode.HYBRID;
    }

    public Reference withTracks(List<Track> tracks) {
        return new Reference(tracks, amount, tone, width, dynamics, loudness);
    }

    public Reference withAmount(double amount) {
        return new Reference(tracks, amount, tone, width, dynamics, loudness);
    }
}
