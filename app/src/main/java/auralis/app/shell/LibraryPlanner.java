package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.master.MasteringPlanner;
import auralis.library.Library;
import java.io.IOException;
import java.nio.file.Path;

/** Plans from what a library knows of its files. */
record LibraryPlanner(Library library) implements Planner {
    @Override
    public Impression glance(Path file, Progress progress)
            throws IOException, InterruptedException {
        Measurements heard = library.glance(file, progress);
        return settings -> MasteringPlanner.provisional(heard, settings);
    }

    @Override
    public Plans open(Path file, Progress progress) throws IOException, InterruptedException {
        return new LibraryPlans(library, file, library.analysis(file, progress));
    }
}
