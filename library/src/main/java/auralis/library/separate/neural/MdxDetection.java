package auralis.library.separate.neural;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Window;
import auralis.library.separate.neural.Port.Content;
import auralis.library.separate.neural.Signature.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the parameters of an MDX-Net model: told by the user, in the table, or tried out. The shape
 * tells how many bins and frames it takes, but not what transform they are of.
 */
final class MdxDetection {
    /** Of the public models, the most frequent first. */
    private static final List<Integer> SIZES = List.of(7680, 6144, 5120, 4096, 8192, 16_384);

    private static final double SAMPLE_RATE = 44_100;

    /** Noise for trying out ends here, and nothing is expected from here on. */
    private static final double CUT_OFF_HZ = 10_000;

    private static final double NOTHING_FROM_HZ = 10_500;

    /** So much less above the cut-off than any other tells a size. */
    private static final double CLEARLY = 0.1;

    private final Onnx onnx;
    private final String file;
    private final ModelHints hints;
    private final int dimF;
    private final int dimT;
    private final Signature signature;

    private MdxDetection(Onnx onnx, Signature signature, ModelHints hints) throws IOException {
        this.onnx = onnx;
        this.file = onnx.file().getFileName().toString();
        this.signature = signature;
        this.hints = hints;
        Tensor in = signature.inputs().get(0);
        this.dimF = length(in, 2);
        this.dimT = length(in, 3);
    }

    private int length(Tensor tensor, int dimension) throws IOException {
        long length = tensor.shape().get(dimension);
        if (length < 2 || length > 1 << 16) {
            throw new IOException(
                    file
                            + " looks like MDX-Net, but does not tell how much it takes at once: it"
                            + " "
                            + signature
                            + ". Get an export of fixed size.");
        }
        return (int) length;
    }

    static ModelPart of(Onnx onnx, Signature signature, ModelHints hints, Progress progress)
            throws IOException, InterruptedException {
        ShapeDetection.requireFloats(onnx.file().getFileName().toString(), signature);
        return new MdxDetection(onnx, signature, hints).part(progress);
    }

    private ModelPart part(Progress progress) throws IOException, InterruptedException {
        Optional<MdxTable.Entry> known = MdxTable.lookUp(onnx.file());
        Optional<Stem> stem =
                hints.stems()
                        .filter(stems -> stems.size() == 1)
                        .map(stems -> stems.get(0))
                        .or(() -> known.map(MdxTable.Entry::stem))
                        .or(() -> StemNames.inFileName(file));
        if (stem.isEmpty()) {
            throw unknown();
        }
        double compensate =
                hints.compensate().or(() -> known.map(MdxTable.Entry::compensate)).orElse(1.0);
        Optional<Integer> size = hints.nFft().or(() -> known.map(MdxTable.Entry::nFft));
        int nFft = size.isPresent() ? size.get() : tried(stem.get(), progress);
        try {
            return part(stem.get(), nFft, compensate);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file
                            + " takes "
                            + dimF
                            + " bins and "
                            + dimT
                            + " frames, and what is told about it does not fit: "
                            + e.getMessage()
                            + ". Correct "
                            + ModelHints.beside(onnx.file()).getFileName()
                            + ".",
                    e);
        }
    }

    private IOException unknown() {
        return new IOException(
                file
                        + " is an MDX-Net model that this program does not know. Tell what it is in"
                        + " a file "
                        + ModelHints.beside(onnx.file()).getFileName()
                        + " beside it, like {\"stems\": [\"vocals\"], \"nFft\": 6144,"
                        + " \"compensate\": 1.02}.");
    }

    private ModelPart part(Stem stem, int nFft, double compensate) {
        MdxParameters mdx = new MdxParameters(nFft, dimF, dimT, compensate);
        List<Long> shape = List.of(1L, 4L, (long) dimF, (long) dimT);
        return new ModelPart(
                file,
                Dialect.MDX,
                List.of(stem),
                List.of(1.0),
                mdx.segmentFrames(),
                false,
                List.of(port(signature.inputs().get(0), shape)),
                List.of(port(signature.outputs().get(0), shape)),
                Optional.of(mdx));
    }

    private static Port port(Tensor tensor, List<Long> shape) {
        return new Port(
                tensor.name(),
                Content.SPECTRUM,
                shape,
                List.of(Axis.STEM, Axis.CHANNEL, Axis.FREQUENCY, Axis.TIME));
    }

    /**
     * With the wrong transform a model takes each sound for a higher or lower one, and answers with
     * sound where there was none.
     */
    private int tried(Stem stem, Progress progress) throws IOException, InterruptedException {
        List<Integer> fitting = new ArrayList<>();
        for (int size : SIZES) {
            boolean longEnough = MdxParameters.HOP * (dimT - 1) > 2 * size;
            if (size >= 2 * dimF && longEnough) {
                fitting.add(size);
            }
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int size : fitting) {
            double above = above(part(stem, size, 1), progress);
            if (above < least) {
                second = least;
                least = above;
                best = size;
            } else {
                second = Math.min(second, above);
            }
        }
        if (best == 0 || least >= CLEARLY * second) {
            throw unknown();
        }
        return best;
    }

    /** The share of what comes out above the cut-off of what went in. */
    private double above(ModelPart part, Progress progress)
            throws IOException, InterruptedException {
        int samples = part.segmentFrames();
        float[][] mix = PinkNoise.stereo(samples);
        for (float[] channel : mix) {
            lowPass(channel);
        }
        try (SegmentModel model = new SegmentModel(onnx, part)) {
            model.run(mix, progress);
            model.fetch(0, mix);
        }
        double low = 0;
        double high = 0;
        for (float[] channel : mix) {
            float[] packed = spectrum(channel);
            for (int i = 2; i < packed.length; i++) {
                boolean isHigh = hz(i, packed.length) > NOTHING_FROM_HZ;
                double power = (double) packed[i] * packed[i];
                high += isHigh ? power : 0;
                low += isHigh ? 0 : power;
            }
        }
        return high / (low + high);
    }

    private static double hz(int packed, int size) {
        return packed / 2 * SAMPLE_RATE / size;
    }

    private static void lowPass(float[] sound) {
        int size = Integer.highestOneBit(2 * sound.length - 1);
        float[] packed = Arrays.copyOf(sound, size);
        Fft fft = Fft.ofSize(size);
        fft.forward(packed);
        packed[1] = 0;
        for (int i = 2; i < size; i++) {
            packed[i] = hz(i, size) > CUT_OFF_HZ ? 0 : packed[i];
        }
        fft.inverse(packed);
        System.arraycopy(packed, 0, sound, 0, sound.length);
    }

    private static float[] spectrum(float[] sound) {
        int size = Integer.highestOneBit(sound.length);
        float[] packed = Arrays.copyOf(sound, size);
        float[] window = Window.hann(size);
        for (int i = 0; i < size; i++) {
            packed[i] *= window[i];
        }
        Fft.ofSize(size).forward(packed);
        return packed;
    }
}
