package auralis.library.track;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.meter.WaveformSummary;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What was measured, by content: of today's version, older ones count as missing. */
public interface AnalysisStore {
    Optional<TrackAnalysis> get(String content) throws IOException;

    void put(String content, TrackAnalysis analysis) throws IOException;

    /** The picture of a track without the rest of what was measured. */
    Optional<WaveformSummary> waveform(String content) throws IOException;

    /** By id of the track, of all that are in the library and measured. */
    Map<Long, Fingerprint> fingerprints() throws IOException;
}
