package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.app.play.StemFeed;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
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
    private static final int MOST_CHANNELS = 2;

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
        Measurements heard = library.glance(file, progress);
        requireStereo(file, heard);
        return new Glanced(heard);
    }

    @Override
    public Plans open(Path file, Progress progress) throws IOException, InterruptedException {
        return plans(file, Optional.empty(), progress);
    }

    @Override
    public Plans openInAlbum(Path file, Progress progress)
            throws IOException, InterruptedException {
        return plans(file, Optional.of(albums), progress);
    }

    @Override
    public Planner ofMix(StemFeed stems) {
        return new MixPlanner(library.effects(), this, stems);
    }

    private Plans plans(Path file, Optional<AlbumPlans> ofAlbums, Progress progress)
            throws IOException, InterruptedException {
        TrackAnalysis heard = library.analysis(file, progress);
        requireStereo(file, heard);
        return new LibraryPlans(library, file, heard, ofAlbums);
    }

    private static void requireStereo(Path file, Measurements heard) throws IOException {
        int channels = heard.format().channels();
        if (channels > MOST_CHANNELS) {
            throw new IOException(
                    file.getFileName()
                            + " has "
                            + channels
                            + " channels. Mastering works on mono and stereo; the original plays.");
        }
    }
}
