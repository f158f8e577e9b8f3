package auralis.library.separate.neural;

import auralis.dsp.separate.Stem;
import java.util.List;
import java.util.Optional;

/**
 * One ONNX file of a model, and how to deal with it.
 *
 * @param file its name, in the folder of the model
 * @param stems that it gives, in its order
 * @param weights how much each of them counts where several files give the same stem
 * @param segmentFrames that it takes at once
 * @param hostNormalises whether each segment must be brought to mean 0 and deviation 1 for it
 * @param mdx for {@link Dialect#MDX} only
 */
public record ModelPart(
        String file,
        Dialect dialect,
        List<Stem> stems,
        List<Double> weights,
        int segmentFrames,
        boolean hostNormalises,
        List<Port> inputs,
        List<Port> outputs,
        Optional<MdxParameters> mdx) {

    public ModelPart {
        stems = List.copyOf(stems);
        weights = List.copyOf(weights);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (stems.isEmpty() || stems.size() != weights.size()) {
            throw new IllegalArgumentException(stems + " with the weights " + weights);
        }
        if (weights.stream().anyMatch(weight -> !(weight >= 0 && weight < 1e6))) {
            throw new IllegalArgumentException("weights are not negative: " + weights);
        }
        if (mdx.isPresent() != (dialect == Dialect.MDX)) {
            throw new IllegalArgumentException("MDX-Net and its parameters belong together");
        }
    }

    ModelPart withHostNormalises(boolean normalises) {
        return new ModelPart(
                file, dialect, stems, weights, segmentFrames, normalises, inputs, outputs, mdx);
    }

    ModelPart withWeights(List<Double> changed) {
        return new ModelPart(
                file, dialect, stems, changed, segmentFrames, hostNormalises, inputs, outputs, mdx);
    }
}
