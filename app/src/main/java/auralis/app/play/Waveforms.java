package auralis.app.play;

import auralis.dsp.Progress;
import auralis.dsp.meter.WaveformSummary;
import java.io.IOException;
import java.nio.file.Path;

/** Where the picture of a track comes from; called on workers. */
@FunctionalInterface
public interface Waveforms {
    WaveformSummary of(Path file, Progress progress) throws IOException, InterruptedException;
}
