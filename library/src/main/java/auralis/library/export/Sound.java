package auralis.library.export;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Path;

/** What is mastered: a file, or a mix of its stems. */
interface Sound {
    /** From the first frame, at its own rate. */
    AudioSource open() throws IOException;

    /**
     * @param progress is advanced by the frames
     */
    TrackAnalysis analysis(Progress progress) throws IOException, InterruptedException;

    /**
     * @param sampleRate of the result in Hz
     * @param progress is advanced by the frames at that rate
     */
    MasteringPlan plan(
            TrackAnalysis analysis, MasteringSettings settings, int sampleRate, Progress progress)
            throws IOException, InterruptedException;

    static Sound of(Library library, ExportRequest request) {
        return request.stems()
                .<Sound>map(stems -> new StemSound(library, request.source(), stems))
                .orElseGet(() -> new FileSound(library, request.source()));
    }

    /** Of files much is known already. */
    record FileSound(Library library, Path file) implements Sound {
        @Override
        public AudioSource open() throws IOException {
            return Media.open(file);
        }

        @Override
        public TrackAnalysis analysis(Progress progress) throws IOException, InterruptedException {
            return library.analysis(file, progress);
        }

        @Override
        public MasteringPlan plan(
                TrackAnalysis analysis,
                MasteringSettings settings,
                int sampleRate,
                Progress progress)
                throws IOException, InterruptedException {
            return library.plan(file, analysis, settings, sampleRate, progress);
        }
    }
}
