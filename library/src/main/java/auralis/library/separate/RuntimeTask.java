package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.library.separate.neural.NeuralRuntime;
import auralis.library.worker.ChildTask;
import java.io.IOException;

/** Tells in a child process whether neural models can be run; answers name and version. */
public final class RuntimeTask implements ChildTask {
    /** What the parent calls it. */
    public static final String NAME = "runtime";

    @Override
    public String run(String request, Progress progress) throws IOException {
        return NeuralRuntime.version();
    }
}
