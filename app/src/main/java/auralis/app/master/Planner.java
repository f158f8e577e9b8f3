package auralis.app.master;

import auralis.dsp.Progress;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import java.io.IOException;
import java.nio.file.Path;

/** Where plans come from; called on workers. */
@FunctionalInterface
public interface Planner {
    /** The exact plan, stored or made now. */
    MasteringPlan plan(Path file, MasteringSettings settings, Progress progress)
            throws IOException, InterruptedException;
}
