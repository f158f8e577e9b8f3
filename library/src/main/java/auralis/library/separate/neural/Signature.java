package auralis.library.separate.neural;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a model takes and gives, as it says itself.
 *
 * @param notes what its makers wrote into it
 */
record Signature(List<Tensor> inputs, List<Tensor> outputs, Map<String, String> notes) {

    /**
     * An input or output.
     *
     * @param shape lengths of its dimensions; 0 or less is any
     * @param type of its values: {@code FLOAT} is what we have
     */
    record Tensor(String name, List<Long> shape, OnnxJavaType type) {
        int rank() {
            return shape.size();
        }

        /** The lengths behind the batch. */
        List<Long> lengths() {
            return shape.subList(1, shape.size());
        }

        @Override
        public String toString() {
            return name
                    + shape.stream()
                            .map(length -> length < 1 ? "?" : length.toString())
                            .collect(Collectors.joining(",", "[", "]"));
        }
    }

    static Signature of(OrtSession session) throws OrtException {
        return new Signature(
                tensors(session.getInputInfo().values()),
                tensors(session.getOutputInfo().values()),
                session.getMetadata().getCustomMetadata());
    }

    private static List<Tensor> tensors(Collection<NodeInfo> nodes) {
        List<Tensor> tensors = new ArrayList<>();
        for (NodeInfo node : nodes) {
            if (node.getInfo() instanceof TensorInfo tensor) {
                List<Long> shape = LongStream.of(tensor.getShape()).boxed().toList();
                tensors.add(new Tensor(node.getName(), shape, tensor.type));
            } else {
                tensors.add(new Tensor(node.getName(), List.of(), OnnxJavaType.UNKNOWN));
            }
        }
        return tensors;
    }

    @Override
    public String toString() {
        return "takes " + words(inputs) + " and gives " + words(outputs);
    }

    private static String words(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::toString).collect(Collectors.joining(", "));
    }
}
