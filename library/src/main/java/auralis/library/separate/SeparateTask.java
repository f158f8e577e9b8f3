package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.library.json.Json;
import auralis.library.separate.neural.ModelContract;
import auralis.library.separate.neural.NeuralSeparator;
import auralis.library.separate.neural.NeuralSettings;
import auralis.library.worker.ChildTask;
import java.io.IOException;
import java.nio.file.Path;

/** Takes a file apart by a neural model, in a child process. */
public final class SeparateTask implements ChildTask {
    /** What the parent calls it. */
    public static final String NAME = "separate";

    /**
     * @param folder there and empty; gets the stems and their index
     * @param model its file, or its folder
     * @param engine the name of the model, for people
     */
    record Request(
            Path source,
            Path folder,
            Path model,
            ModelContract contract,
            SeparationSettings settings,
            String engine) {
        NeuralSettings care() {
            return NeuralSettings.USUAL
                    .withPasses(settings.shifts())
                    .withOverlap(settings.overlap())
                    .withAddUp(settings.residual());
        }
    }

    @Override
    public String run(String request, Progress progress) throws IOException, InterruptedException {
        Request asked = Json.read(request, Request.class);
        try (NeuralSeparator separator =
                new NeuralSeparator(asked.model(), asked.contract(), asked.care())) {
            Separation.run(asked.source(), separator, asked.engine(), asked.folder(), progress);
        }
        return "";
    }
}
