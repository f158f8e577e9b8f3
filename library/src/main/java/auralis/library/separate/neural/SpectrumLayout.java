package auralis.library.separate.neural;

import auralis.library.separate.neural.Port.Content;
import auralis.library.separate.neural.Signature.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which order a spectrum lies in a tensor.
 *
 * @param axes without the batch, and with the stems where it is an output
 * @param flat whether stem and channel share a dimension
 * @param stems 0 where the shape does not tell or there are none
 */
record SpectrumLayout(String name, List<Axis> axes, boolean flat, int channels, int stems) {
    /** The likeliest first, because lengths that may be anything fit all of them. */
    private static final List<List<Axis>> ORDERS =
            List.of(
                    List.of(Axis.CHANNEL, Axis.FREQUENCY, Axis.TIME),
                    List.of(Axis.TIME, Axis.CHANNEL, Axis.FREQUENCY),
                    List.of(Axis.CHANNEL, Axis.TIME, Axis.FREQUENCY),
                    List.of(Axis.TIME, Axis.FREQUENCY, Axis.CHANNEL),
                    List.of(Axis.FREQUENCY, Axis.TIME, Axis.CHANNEL),
                    List.of(Axis.FREQUENCY, Axis.CHANNEL, Axis.TIME));

    /**
     * @param channels 4 when real and imaginary parts are in it, otherwise 2
     */
    static Optional<SpectrumLayout> ofInput(Tensor tensor, int channels, int frames) {
        return ORDERS.stream()
                .map(axes -> new SpectrumLayout(tensor.name(), axes, false, channels, 0))
                .filter(layout -> layout.fits(tensor.lengths(), frames))
                .findFirst();
    }

    /** The layout of an output that belongs to this input, in the same order if that fits. */
    Optional<SpectrumLayout> ofOutput(Tensor tensor, int frames) {
        List<List<Axis>> orders = new ArrayList<>();
        orders.add(axes);
        orders.addAll(ORDERS);
        for (List<Axis> order : orders) {
            List<Axis> withStems = new ArrayList<>(order);
            withStems.add(order.indexOf(Axis.CHANNEL), Axis.STEM);
            boolean isFlat = tensor.rank() == 4;
            int place = order.indexOf(Axis.CHANNEL);
            int told = Math.max(0, tensor.shape().get(1 + place).intValue());
            SpectrumLayout layout =
                    new SpectrumLayout(
                            tensor.name(),
                            withStems,
                            isFlat,
                            channels,
                            isFlat ? told / channels : told);
            if (layout.fits(tensor.lengths(), frames)) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    private boolean fits(List<Long> lengths, int frames) {
        List<Long> wanted = lengths(frames, stems);
        if (wanted.size() != lengths.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (lengths.get(i) > 0 && !lengths.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of the dimensions behind the batch. */
    private List<Long> lengths(int frames, int stemCount) {
        List<Long> lengths = new ArrayList<>();
        for (Axis axis : axes) {
            switch (axis) {
                case STEM -> {
                    if (!flat) {
                        lengths.add((long) stemCount);
                    }
                }
                case CHANNEL -> lengths.add((long) channels * (flat ? stemCount : 1));
                case FREQUENCY -> lengths.add((long) Spectrogram.HYBRID_BINS);
                case TIME -> lengths.add((long) frames);
            }
        }
        return lengths;
    }

    Port port(Content content, int frames, int stemCount) {
        List<Long> shape = new ArrayList<>(List.of(1L));
        shape.addAll(lengths(frames, stemCount));
        return new Port(name, content, shape, axes);
    }
}
