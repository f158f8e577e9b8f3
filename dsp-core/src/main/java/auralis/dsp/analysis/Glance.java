package auralis.dsp.analysis;

import auralis.dsp.StreamFormat;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.Peaks;
import auralis.dsp.meter.WaveformSummary;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of a few seconds here and there of a track, as if they were all of it: for a
 * plan that is wanted before the track is analysed. Never stored, because peaks that were not heard
 * are missing from it.
 *
 * @param waveform of what was heard, in stretches as long as those of the whole track
 */
public record Glance(
        StreamFormat format,
        Loudness loudness,
        Peaks peaks,
        OptionalDouble crestDb,
        OptionalDouble stereoWidth,
        TrackAnalysis.Tone tone,
        TrackAnalysis.Stereo stereo,
        double flatTopsPerSecond,
        List<Double> bandMedianDb,
        WaveformSummary waveform)
        implements Measurements {}
