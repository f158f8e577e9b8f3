package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import auralis.library.model.Inspection;
import auralis.library.separate.neural.ModelContract;
import auralis.library.separate.neural.ModelInspection;
import auralis.library.worker.ChildProcess;
import auralis.library.worker.ChildTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tries a neural model in a child process: some that are broken take the process down. */
public final class InspectTask implements ChildTask {
    /** What the parent calls it. */
    public static final String NAME = "inspect";

    private record Request(Path model) {}

    @Override
    public String run(String request, Progress progress) throws IOException, InterruptedException {
        ModelContract contract =
                ModelInspection.inspect(Json.read(request, Request.class).model(), progress);
        List<String> makes = contract.stems().stream().map(Stem::word).toList();
        return Json.write(new Inspection.Findings(Json.write(contract), makes));
    }

    /**
     * The parent's side.
     *
     * @param command starts a process that knows this task
     */
    public static Inspection by(List<String> command) {
        return (model, progress) -> {
            try (ChildProcess child = new ChildProcess(command)) {
                String found = child.request(NAME, Json.write(new Request(model)), progress);
                return Json.read(found, Inspection.Findings.class);
            }
        };
    }
}
