package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Plans for a file that was analysed, kept in the library. */
record LibraryPlans(Library library, Path file, TrackAnalysis analysis) implements Planner.Plans {
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
        int sampleRate = analysis.format().sampleRate();
        return library.plan(file, analysis, settings, sampleRate, progress);
    }
}
