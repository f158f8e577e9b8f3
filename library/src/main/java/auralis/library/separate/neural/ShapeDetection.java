package auralis.library.separate.neural;

import ai.onnxruntime.OnnxJavaType;
import auralis.dsp.separate.Stem;
import auralis.library.separate.neural.Port.Content;
import auralis.library.separate.neural.Signature.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out by the shapes of inputs and outputs how a Demucs model wants to be called. Names tell
 * nothing: exporters number them as they like, and eight ways of export are public.
 */
final class ShapeDetection {
    private static final int USUAL_SEGMENT = 343_980;
    private static final int LEAST_SEGMENT = 4096;
    private static final int MOST_SEGMENT = 1 << 23;

    /** Samples of all stems together, for which there is memory. */
    private static final int MOST_SAMPLES = 1 << 25;

    private static final int MOST_STEMS = 16;

    private final String file;
    private final Signature signature;
    private final ModelHints hints;
    private final List<Tensor> sounds;
    private final List<Tensor> spectra;

    private ShapeDetection(String file, Signature signature, ModelHints hints) {
        this.file = file;
        this.signature = signature;
        this.hints = hints;
        this.sounds = signature.inputs().stream().filter(ShapeDetection::isSoundIn).toList();
        this.spectra = signature.inputs().stream().filter(tensor -> tensor.rank() == 4).toList();
    }

    /** Whether it is the shape of an MDX-Net model, which tells too little by itself. */
    static boolean isMdx(Signature signature) {
        if (signature.inputs().size() != 1 || signature.outputs().size() != 1) {
            return false;
        }
        Tensor in = signature.inputs().get(0);
        Tensor out = signature.outputs().get(0);
        return in.rank() == 4 && out.rank() == 4 && fits(in.shape().get(1), 4);
    }

    /**
     * @throws IOException with a sentence when it is no model that separates
     */
    static ModelPart of(String file, Signature signature, ModelHints hints) throws IOException {
        requireFloats(file, signature);
        return new ShapeDetection(file, signature, hints).part();
    }

    static void requireFloats(String file, Signature signature) throws IOException {
        List<Tensor> all = new ArrayList<>(signature.inputs());
        all.addAll(signature.outputs());
        for (Tensor tensor : all) {
            if (tensor.type() != OnnxJavaType.FLOAT) {
                throw new IOException(
                        file
                                + " does not take and give 32-bit floats: \""
                                + tensor.name()
                                + "\" has the type "
                                + tensor.type()
                                + ". Get an export with float inputs and outputs.");
            }
        }
    }

    private static boolean isSoundIn(Tensor tensor) {
        return tensor.rank() == 3 && fits(tensor.shape().get(1), 2);
    }

    private static boolean fits(long length, long wanted) {
        return length < 1 || wanted < 1 || length == wanted;
    }

    private ModelPart part() throws IOException {
        int count = signature.inputs().size();
        boolean known = sounds.size() == 1 && count == 1 + spectra.size() && spectra.size() < 3;
        if (!known) {
            throw unknown();
        }
        return spectra.isEmpty() ? waveform() : hybrid();
    }

    private IOException unknown() {
        return new IOException(
                file
                        + " is no kind of separation model that this program knows: it "
                        + signature
                        + ". Choose an ONNX export of Demucs or of MDX-Net.");
    }

    private ModelPart waveform() throws IOException {
        int segment = segment();
        Tensor out = soundOut(segment);
        int stems = stems(soundStems(out));
        return part(
                Dialect.WAVEFORM,
                segment,
                false,
                List.of(soundPort(sounds.get(0), segment, 1)),
                List.of(soundPort(out, segment, stems)),
                stems);
    }

    private ModelPart hybrid() throws IOException {
        int segment = segment();
        Tensor soundOut = soundOut(segment);
        List<Tensor> spectraOut =
                signature.outputs().stream()
                        .filter(tensor -> tensor != soundOut && tensor.rank() >= 4)
                        .toList();
        if (spectraOut.size() != spectra.size()) {
            throw unknown();
        }
        int frames = Spectrogram.hybridFrames(segment);
        List<SpectrumLayout> ins = new ArrayList<>();
        List<SpectrumLayout> outs = new ArrayList<>();
        for (int i = 0; i < spectra.size(); i++) {
            ins.add(layout(spectra.get(i), frames));
            outs.add(ins.get(i).ofOutput(spectraOut.get(i), frames).orElseThrow(this::unknown));
        }
        int told = soundStems(soundOut);
        int stems = stems(told > 0 ? told : outs.get(0).stems());
        List<Port> inputs = ports(ins, frames, 1);
        inputs.add(soundPort(sounds.get(0), segment, 1));
        List<Port> outputs = ports(outs, frames, stems);
        outputs.add(soundPort(soundOut, segment, stems));
        // Those who flatten their outputs leave the normalisation to the host, as far as is known.
        return part(Dialect.HYBRID, segment, outs.get(0).flat(), inputs, outputs, stems);
    }

    private static List<Port> ports(List<SpectrumLayout> layouts, int frames, int stems) {
        List<Port> ports = new ArrayList<>();
        boolean imaginaryFirst = isImaginary(layouts.get(0));
        for (int i = 0; i < layouts.size(); i++) {
            Content half = imaginaryFirst == (i == 0) ? Content.IMAGINARY : Content.REAL;
            Content content = layouts.size() == 1 ? Content.SPECTRUM : half;
            ports.add(layouts.get(i).port(content, frames, stems));
        }
        return ports;
    }

    /** The one place where only a name can tell. */
    private static boolean isImaginary(SpectrumLayout layout) {
        return layout.name().toLowerCase(Locale.ROOT).contains("imag");
    }

    private ModelPart part(
            Dialect dialect,
            int segment,
            boolean normalises,
            List<Port> inputs,
            List<Port> outputs,
            int stems)
            throws IOException {
        List<Stem> names = StemNames.of(file, stems, hints, signature);
        List<Double> weights = names.stream().map(name -> 1.0).toList();
        return new ModelPart(
                file,
                dialect,
                names,
                weights,
                segment,
                normalises,
                inputs,
                outputs,
                Optional.empty());
    }

    private int segment() throws IOException {
        long segment = fixedSegment();
        if (segment < 1) {
            segment = hints.segmentFrames().orElse(USUAL_SEGMENT);
        }
        if (segment < LEAST_SEGMENT || segment > MOST_SEGMENT) {
            throw new IOException(
                    file
                            + " takes segments of "
                            + segment
                            + " samples, which no model of music does. Get another export of it.");
        }
        return (int) segment;
    }

    /** 0 where neither the input nor the output tells. */
    private long fixedSegment() throws IOException {
        long given = sounds.get(0).shape().get(2);
        Tensor out = soundOut(given);
        return Math.max(0, given > 0 ? given : out.shape().get(out.rank() - 1));
    }

    private SpectrumLayout layout(Tensor tensor, int frames) throws IOException {
        int channels = spectra.size() == 1 ? 4 : 2;
        Optional<SpectrumLayout> layout = SpectrumLayout.ofInput(tensor, channels, frames);
        if (layout.isEmpty()) {
            throw new IOException(
                    file
                            + " takes a spectrum of the shape "
                            + tensor
                            + " where one of "
                            + channels
                            + " channels, "
                            + Spectrogram.HYBRID_BINS
                            + " frequencies and "
                            + frames
                            + " frames belongs to its sound. Get another export of it.");
        }
        return layout.get();
    }

    private Tensor soundOut(long segment) throws IOException {
        for (Tensor tensor : signature.outputs()) {
            List<Long> shape = tensor.shape();
            boolean stereo = tensor.rank() == 4 && fits(shape.get(2), 2);
            boolean flat = tensor.rank() == 3 && shape.get(1) % 2 == 0;
            if ((stereo || flat) && fits(shape.get(tensor.rank() - 1), segment)) {
                return tensor;
            }
        }
        throw unknown();
    }

    /** 0 where the shape does not tell. */
    private static int soundStems(Tensor tensor) {
        long length = Math.max(0, tensor.shape().get(1));
        return (int) Math.min(MOST_STEMS + 1, tensor.rank() == 4 ? length : length / 2);
    }

    private int stems(int told) throws IOException {
        int stems = told > 0 ? told : StemNames.count(hints, signature);
        if (stems > MOST_STEMS || (long) stems * segment() > MOST_SAMPLES) {
            throw unknown();
        }
        return stems;
    }

    private static Port soundPort(Tensor tensor, int segment, int stems) {
        boolean flat = tensor.rank() == 3;
        long count = stems;
        return new Port(
                tensor.name(),
                Content.SOUND,
                flat
                        ? List.of(1L, 2 * count, (long) segment)
                        : List.of(1L, count, 2L, (long) segment),
                List.of(Axis.STEM, Axis.CHANNEL, Axis.TIME));
    }
}
