package auralis.library.separate.neural;

import java.util.List;

/**
 * An input or output of a model.
 *
 * @param shape of the tensor, with the batch of one in front
 * @param axes in the order in which they lie in memory, without the batch; stem and channel may
 *     share one dimension of the shape
 */
public record Port(String name, Content content, List<Long> shape, List<Axis> axes) {

    /** What a tensor holds. */
    public enum Content {
        SOUND,
        /** Real and imaginary parts as channels. */
        SPECTRUM,
        REAL,
        IMAGINARY
    }

    public Port {
        shape = List.copyOf(shape);
        axes = List.copyOf(axes);
        if (shape.stream().anyMatch(length -> length < 1)) {
            throw new IllegalArgumentException("the shape of \"" + name + "\" is " + shape);
        }
    }

    /** The number of values. */
    int size() {
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }

    long[] dimensions() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    int channels() {
        return content == Content.SPECTRUM ? 4 : 2;
    }

    /** The distance of two neighbours along an axis; 0 when the tensor has no such axis. */
    int stride(Axis axis, int frequencies, int times) {
        int stride = 1;
        for (int i = axes.size() - 1; i >= 0; i--) {
            if (axes.get(i) == axis) {
                return stride;
            }
            stride *= length(axes.get(i), frequencies, times);
        }
        return 0;
    }

    private int length(Axis axis, int frequencies, int times) {
        return switch (axis) {
            case CHANNEL -> channels();
            case FREQUENCY -> frequencies;
            case TIME -> times;
            case STEM -> stems(frequencies, times);
        };
    }

    private int stems(int frequencies, int times) {
        int others = channels() * times;
        return size() / (axes.contains(Axis.FREQUENCY) ? others * frequencies : others);
    }
}
