package auralis.app.master;

import auralis.app.play.StemFeed;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where plans come from. */
public interface Planner {
    /**
     * A first impression of a file, for as long as {@link #open} takes: of a few seconds of it, or
     * of all where that is known already; on a worker.
     */
    Impression glance(Path file, Progress progress) throws IOException, InterruptedException;

    /** Learns what plans for a file need; on a worker. */
    Plans open(Path file, Progress progress) throws IOException, InterruptedException;

    /**
     * As {@link #open}, for exact plans that keep the differences between the tracks of an album.
     */
    Plans openInAlbum(Path file, Progress progress) throws IOException, InterruptedException;

    /**
     * Plans for a mix of the stems of a file in its place; what it learned of a mix it remembers.
     */
    default Planner ofMix(StemFeed stems) {
        return this;
    }

    /** Good for plans that are replaced soon. */
    interface Impression {
        /** An estimate that takes no time; from any thread. */
        MasteringPlan provisional(MasteringSettings settings);

        /** Of the original, as far as it was heard; empty where plans come without. */
        default Optional<Measurements> measurements() {
            return Optional.empty();
        }
    }

    /** The plans for one file. */
    interface Plans extends Impression {
        /** The plan, stored or made now; on a worker. */
        MasteringPlan exact(MasteringSettings settings, Progress progress)
                throws IOException, InterruptedException;
    }
}
