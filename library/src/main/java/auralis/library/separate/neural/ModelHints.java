package auralis.library.separate.neural;

import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user knows of a model and its file does not tell, in {@code NAME.json} beside {@code
 * NAME.onnx}; all of it may be left out.
 *
 * <pre>{"stems": ["vocals"], "nFft": 6144, "compensate": 1.02}</pre>
 *
 * @param stems in the order of the model's output
 * @param sampleRate in Hz; 44 100 when it is not told
 * @param segmentFrames where the model takes any length
 */
record ModelHints(
        Optional<List<Stem>> stems,
        Optional<Integer> nFft,
        Optional<Double> compensate,
        Optional<Integer> sampleRate,
        Optional<Integer> segmentFrames) {
    static final ModelHints NONE =
            new ModelHints(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    static Path beside(Path model) {
        String name = model.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return model.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".json");
    }

    static ModelHints of(Path model) throws IOException {
        Path file = beside(model);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return Json.read(Files.readString(file), ModelHints.class);
        } catch (IOException e) {
            throw new IOException(
                    file.getFileName()
                            + " does not tell about the model: "
                            + e.getMessage()
                            + ". Write it like {\"stems\": [\"vocals\"], \"nFft\": 6144}, or take"
                            + " it away.",
                    e);
        }
    }
}
