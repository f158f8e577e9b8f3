package auralis.dsp.analysis;

import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.meter.Gains.Programme;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.LoudnessCurve;
import auralis.dsp.meter.Peaks;
import auralis.dsp.meter.WaveformSummary;
import auralis.dsp.spectrum.Bands;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of a whole track.
 *
 * @param frames its length
 * @param damage places that could not be decoded and were measured as silence
 */
public record TrackAnalysis(
        StreamFormat format,
        long frames,
        Loudness loudness,
        Peaks peaks,
        Fingerprint fingerprint,
        Tone tone,
        Stereo stereo,
        Dynamics dynamics,
        WaveformSummary waveform,
        List<Damage> damage)
        implements Measurements {

    /** Grows with every change that makes one of the measurements different. */
    public static final int VERSION = 4;

    /**
     * The long-term spectrum of the loud passages; all empty when there are none.
     *
     * @param bandDb power in each of the 25 critical bands ({@link Bands#BARK}), in dB
     * @param thirdOctaveDb the same in third octaves ({@link Bands#THIRD_OCTAVE})
     * @param twelfthOctaveDb the same in twelfths of an octave ({@link Bands#TWELFTH_OCTAVE})
     * @param rumbleDb power below 20 Hz, direct current included, against all power
     */
    public record Tone(
            List<Double> bandDb,
            List<Double> thirdOctaveDb,
            List<Double> twelfthOctaveDb,
            OptionalDouble rumbleDb) {}

    /**
     * How the power of the loud passages divides between mid and side; all empty for mono and for
     * silence.
     *
     * @param sideToMidDb power of the side over that of the mid in twelfths of an octave, -100..100
     *     dB
     * @param widestDb the same above 120 Hz in the widest 5 % of the time
     */
    public record Stereo(List<Double> sideToMidDb, OptionalDouble widestDb) {}

    /**
     * What compression and clipping left.
     *
     * @param punchDb how far attacks stand out; empty when there are no 3 s of sound
     * @param flatTops places where equal samples lie at the peak of the track
     * @param bandMedianDb median level of each of {@link Bands#COMPRESSION} in the loud passages;
     *     empty when there are none
     * @param loudness over time
     */
    public record Dynamics(
            OptionalDouble punchDb,
            long flatTops,
            List<Double> bandMedianDb,
            LoudnessCurve loudness) {}

    public double seconds() {
        return format.seconds(frames);
    }

    @Override
    public OptionalDouble crestDb() {
        return fingerprint.get(Dimension.CREST_DB);
    }

    @Override
    public OptionalDouble stereoWidth() {
        return fingerprint.get(Dimension.STEREO_WIDTH);
    }

    @Override
    public double flatTopsPerSecond() {
        return dynamics.flatTops() / Math.max(1, seconds());
    }

    @Override
    public List<Double> bandMedianDb() {
        return dynamics.bandMedianDb();
    }

    /** What its gain to a loudness depends on. */
    public Programme programme() {
        return new Programme(loudness.integratedLufs(), peaks.truePeakDbtp(), seconds());
    }
}
