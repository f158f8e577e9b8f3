package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import auralis.library.export.AlbumPlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Plans from what a library knows of its files. */
record LibraryPlanner(Library library, AlbumPlans albums) implements Planner {
    private record Glanced(Measurements heard) implements Impression {
        @Override
        public MasteringPlan provisional(MasteringSettings settings) {
            return MasteringPlanner.provisional(heard, settings);
        }

        @Override
        public Optional<Measurements> measurements() {
            return Optional.of(heard);
        }
    }

    @Override
    public Impression glance(Path file, Progress progress)
            throws IOException, InterruptedException {
        return new Glanced(library.glance(file, progress));
    }

    @Override
    public Plans open(Path file, Progress progress) throws IOException, InterruptedException {
        return new LibraryPlans(library, file, library.analysis(file, progress), Optional.empty());
    }

    @Override
    public Plans openInAlbum(Path file, Progress progress)
            throws IOException, InterruptedException {
        return new LibraryPlans(
                library, file, library.analysis(file, progress), Optional.of(albums));
    }
}
