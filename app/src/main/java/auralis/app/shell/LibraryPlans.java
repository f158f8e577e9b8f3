package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import auralis.library.export.AlbumPlan;
import auralis.library.export.AlbumPlans;
import auralis.library.export.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Plans for a file that was analysed, kept in the library.
 *
 * @param albums where those come from that are made for all of an album
 */
record LibraryPlans(Library library, Path file, TrackAnalysis analysis, Optional<AlbumPlans> albums)
        implements Planner.Plans {
    @Override
    public MasteringPlan provisional(MasteringSettings settings) {
        return MasteringPlanner.provisional(analysis, settings);
    }

    @Override
    public Optional<Measurements> measurements() {
        return Optional.of(analysis);
    }

    @Override
    public MasteringPlan exact(MasteringSettings settings, Progress progress)
            throws IOException, InterruptedException {
        Optional<AlbumPlan> album =
                albums.isPresent()
                        ? albums.get().of(file, settings, OutputFormat.AS_SOURCE, progress)
                        : Optional.empty();
        if (album.isPresent()) {
            return album.get().plan(file);
        }
        int sampleRate = analysis.format().sampleRate();
        return library.plan(file, analysis, settings, sampleRate, progress);
    }
}
