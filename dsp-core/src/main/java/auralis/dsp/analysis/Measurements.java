package auralis.dsp.analysis;

import auralis.dsp.StreamFormat;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.Peaks;
import auralis.dsp.meter.WaveformSummary;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a plan is made from, measured of all of a track or of parts of it. Only the first is worth
 * storing and only of the first is a plan exact, so they are two types.
 */
public sealed interface Measurements permits TrackAnalysis, Glance {
    StreamFormat format();

    Loudness loudness();

    Peaks peaks();

    /** Sample peak over gated RMS; empty where there is no loudness. */
    OptionalDouble crestDb();

    /** RMS side / (RMS mid + RMS side), 0..1; empty for silence. */
    OptionalDouble stereoWidth();

    TrackAnalysis.Tone tone();

    TrackAnalysis.Stereo stereo();

    /** Places where equal samples lie at the peak, per second. */
    double flatTopsPerSecond();

    /** As {@link TrackAnalysis.Dynamics#bandMedianDb}. */
    List<Double> bandMedianDb();

    WaveformSummary waveform();
}
