package auralis.app.command;

import auralis.library.Library;
import auralis.library.worker.ChildProcess;
import auralis.library.worker.ChildProgram;
import auralis.library.worker.ChildTask;
import auralis.library.worker.Decoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The child's end of {@link auralis.library.worker.ChildProcess}. */
@Command(
        name = WorkerCommand.NAME,
        hidden = true,
        description = "Works for another Auralis that started it, and ends with that.")
public final class WorkerCommand implements Callable<Integer> {
    static final String NAME = "worker";

    @Override
    public Integer call() {
        Map<String, ChildTask> tasks = new HashMap<>(Library.childTasks());
        tasks.put(Decoding.NAME, new Decoding());
        ChildProgram.serve(tasks);
        return RootCommand.DONE;
    }

    /** The command that starts it. */
    public static List<String> start() {
        return ChildProcess.sameProgram(RootCommand.MAIN, NAME);
    }
}
