package auralis.app.master;

import auralis.dsp.Progress;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import java.io.IOException;
import java.nio.file.Path;

/** Where plans come from. */
@FunctionalInterface
public interface Planner {
    /** Learns what plans for a file need; on a worker. */
    Plans open(Path file, Progress progress) throws IOException, InterruptedException;

    /** The plans for one file. */
    interface Plans {
        /** An estimate that takes no time; from any thread. */
        MasteringPlan provisional(MasteringSettings settings);

        /** The plan, stored or made now; on a worker. */
        MasteringPlan exact(MasteringSettings settings, Progress progress)
                throws IOException, InterruptedException;
    }
}
