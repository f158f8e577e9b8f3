package auralis.app.command;

import auralis.library.worker.ChildProgram;
import auralis.library.worker.Decoding;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "worker",
        hidden = true,
        description = "Works for another Auralis that started it, and ends with that.")
final class WorkerCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        ChildProgram.serve(Map.of(Decoding.NAME, new Decoding()));
        return RootCommand.DONE;
    }
}
