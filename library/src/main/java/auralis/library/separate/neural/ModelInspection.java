package auralis.library.separate.neural;

import auralis.dsp.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out what a model is and how it wants to be run, and tries it. */
public final class ModelInspection {
    private static final int SAMPLE_RATE = 44_100;

    private ModelInspection() {}

    /**
     * Takes some seconds, for the model runs once.
     *
     * @param model an ONNX file, or a folder of those that work together: the four specialists of
     *     htdemucs_ft, MDX-Net models of different stems, or those that {@code bag.json} names
     * @param progress can cancel; nothing is counted
     * @throws IOException with a sentence: which file, what is wrong with it, what to do
     * @throws InterruptedException when cancelled
     */
    public static ModelContract inspect(Path model, Progress progress)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(model)) {
            ModelHints hints = ModelHints.of(model);
            ModelPart part = inspectFile(model, hints, progress);
            return new ModelContract(hints.sampleRate().orElse(SAMPLE_RATE), List.of(part));
        }
        return inspectBag(model, progress);
    }

    private static ModelContract inspectBag(Path folder, Progress progress)
            throws IOException, InterruptedException {
        Bag bag = Bag.of(folder);
        List<ModelPart> parts = new ArrayList<>();
        int sampleRate = 0;
        for (Path file : bag.files()) {
            ModelHints hints = ModelHints.of(file);
            int rate = hints.sampleRate().orElse(SAMPLE_RATE);
            if (sampleRate != 0 && sampleRate != rate) {
                throw new IOException(
                        folder.getFileName()
                                + " has models of different sample rates. Use them one by one.");
            }
            sampleRate = rate;
            parts.add(inspectFile(file, hints, progress));
        }
        return bag.contract(sampleRate, parts);
    }

    private static ModelPart inspectFile(Path file, ModelHints hints, Progress progress)
            throws IOException, InterruptedException {
        progress.checkpoint();
        try (Onnx onnx = Onnx.load(file, NeuralSettings.USUAL.threads())) {
            Signature signature = onnx.signature();
            ModelPart part =
                    ShapeDetection.isMdx(signature)
                            ? MdxDetection.of(onnx, signature, hints, progress)
                            : ShapeDetection.of(file.getFileName().toString(), signature, hints);
            return Probe.of(onnx, part, progress);
        }
    }
}
