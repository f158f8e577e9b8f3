package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.dsp.Progress;
import auralis.library.Library;
import java.io.IOException;
import java.nio.file.Path;

/** Plans from what a library knows of its files. */
record LibraryPlanner(Library library) implements Planner {
    @Override
    public Impression glance(Path file, Progress progress)
            throws IOException, InterruptedException {
        return open(file, progress);
    }

    @Override
    public Plans open(Path file, Progress progress) throws IOException, InterruptedException {
        return new LibraryPlans(library, file, library.analysis(file, progress));
    }
}
