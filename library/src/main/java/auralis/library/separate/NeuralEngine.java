package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.separate.neural.ModelContract;
import auralis.library.worker.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A neural model, in a process of its own: its runtime may take that down. */
final class NeuralEngine implements Engine {
    private final SeparationSettings settings;
    private final Model model;
    private final Path path;
    private final ModelContract contract;
    private final List<String> command;

    /**
     * @param command starts a process that knows {@link SeparateTask}
     */
    NeuralEngine(SeparationSettings settings, Model model, ModelStore models, List<String> command)
            throws IOException {
        if (model.kind() != ModelKind.SEPARATION) {
            throw new IOException(
                    "The model \""
                            + model.id()
                            + "\" is for transcription. Choose one for separation; see: auralis"
                            + " models list");
        }
        this.settings = settings;
        this.model = model;
        this.path = models.path(model);
        this.contract = Json.read(model.contract(), ModelContract.class);
        this.command = command;
    }

    @Override
    public String identity() {
        return model.identity();
    }

    @Override
    public List<Stem> stems() {
        return contract.stems();
    }

    @Override
    public void separate(Path source, Path folder, Progress progress)
            throws IOException, InterruptedException {
        String request =
                Json.write(
                        new SeparateTask.Request(
                                source, folder, path, contract, settings, model.title()));
        try (ChildProcess child = new ChildProcess(command)) {
            child.request(SeparateTask.NAME, request, progress);
        }
    }
}
