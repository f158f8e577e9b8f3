package auralis.dsp.analysis;

import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.Peaks;
import auralis.dsp.meter.WaveformSummary;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of a whole track.
 *
 * @param frames its length
 * @param bandDb power in each of the 25 critical bands (Bands.BARK) in dB, loud passages only;
 *     empty when there are none
 * @param rumbleDb power below 20 Hz, direct current included, against all power; empty when silent
 * @param damage places that could not be decoded and were measured as silence
 */
public record TrackAnalysis(
        StreamFormat format,
        long frames,
        Loudness loudness,
        Peaks peaks,
        Fingerprint fingerprint,
        List<Double> bandDb,
        OptionalDouble rumbleDb,
        WaveformSummary waveform,
        List<Damage> damage) {

    /** Grows with every change that makes one of the measurements different. */
    public static final int VERSION = 1;

    public double seconds() {
        return format.seconds(frames);
    }
}
