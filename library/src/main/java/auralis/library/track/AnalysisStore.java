package auralis.library.track;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.meter.WaveformSummary;
import java.io.IOException;
import java.util.Optional;

/** What was measured, by content: of today's version, older ones count as missing. */
public interface AnalysisStore {
    Optional<TrackAnalysis> get(String content) throws IOException;

    void put(String content, TrackAnalysis analysis) throws IOException;

    /** The picture of a track without the rest of what was measured. */
    Optional<WaveformSummary> waveform(String content) throws IOException;

    /** Tells the fingerprints of all tracks that are in the library and measured. */
    void fingerprints(FingerprintTaker taker) throws IOException;

    /** Takes one after the other. */
    interface FingerprintTaker {
        /**
         * @param packed as of {@link auralis.dsp.fingerprint.PackedFingerprint}
         */
        void take(long track, byte[] packed);
    }
}
