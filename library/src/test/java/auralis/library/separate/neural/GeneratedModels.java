package auralis.library.separate.neural;

import auralis.library.separate.neural.OnnxWriter.Attributes;
import java.util.Arrays;

/**
 * Separation models without weights, in all public ways of export: each stem is a band of
 * frequencies, so what they should do is known exactly. Every method answers the bytes of an ONNX
 * file, of 10 kB or so.
 *
 * <p>The bands of four stems end at 1, 3 and 8 kHz, and belong to bass, vocals, other and drums; of
 * six at 1, 3, 5, 8 and 12 kHz: bass, vocals, guitar, piano, other, drums.
 */
public final class GeneratedModels {
    /** The segment of htdemucs. */
    public static final int SEGMENT = 343_980;

    public static final int TAPS = 513;

    private static final double RATE = 44_100;
    private static final int BINS = 2048;
    private static final double[] EDGES_OF_FOUR = {1000, 3000, 8000};
    private static final double[] EDGES_OF_SIX = {1000, 3000, 5000, 8000, 12_000};

    /** The stem of each band: drums, bass, other, vocals, guitar, piano are 0 to 5. */
    private static final int[] STEMS_OF_FOUR = {1, 3, 2, 0};

    private static final int[] STEMS_OF_SIX = {1, 3, 4, 5, 2, 0};

    /** The part of the sound that goes by the sound branch of a hybrid. */
    private static final float BY_SOUND = 0.125f;

    private GeneratedModels() {}

    /** Dialects A and H: sound to sound, by filters of 513 taps. */
    public static byte[] waveform(int segment, int stems) {
        return waveform(segment, stems, "mix", "stems");
    }

    static byte[] waveform(int segment, int stems, String in, String out) {
        return filters(new OnnxWriter().input(in, 1, 2, segment), segment, stems, in, out)
                .output(out, 1, stems, 2, segment)
                .bytes();
    }

    /** Of a length that the model does not tell. */
    static byte[] waveformOfAnyLength(int really) {
        return filters(new OnnxWriter().input("mix", -1, 2, -1), really, 4, "mix", "stems")
                .output("stems", -1, 4, 2, -1)
                .bytes();
    }

    private static OnnxWriter filters(
            OnnxWriter model, int segment, int stems, String in, String out) {
        float[] bank = new float[2 * stems * TAPS];
        for (int c = 0; c < 2; c++) {
            for (int s = 0; s < stems; s++) {
                System.arraycopy(filter(s, stems), 0, bank, (c * stems + s) * TAPS, TAPS);
            }
        }
        return model.floats("bank", bank, 2L * stems, 1, TAPS)
                .longs("split", 1, 2, stems, segment)
                .node(
                        "Conv",
                        new Attributes().number("group", 2).numbers("pads", TAPS / 2, TAPS / 2),
                        in,
                        "bank",
                        "bands")
                .node("Reshape", "bands", "split", "apart")
                .node("Transpose", new Attributes().numbers("perm", 0, 2, 1, 3), "apart", out);
    }

    /**
     * The filter of a stem's band: a sinc under a Blackman window. All of them add up to a click.
     */
    public static float[] filter(int stem, int stems) {
        double[] edges = edges(stems);
        int band = band(stem, stems);
        float[] filter = new float[TAPS];
        for (int i = 0; i < TAPS; i++) {
            double upper = band < edges.length ? lowPass(edges[band], i) : i == TAPS / 2 ? 1 : 0;
            double lower = band > 0 ? lowPass(edges[band - 1], i) : 0;
            filter[i] = (float) (upper - lower);
        }
        return filter;
    }

    private static double lowPass(double cutoffHz, int i) {
        double x = i - TAPS / 2.0 + 0.5;
        double turn = 2 * Math.PI * (i + 1) / (TAPS + 1);
        double window = 0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
        double phase = 2 * Math.PI * cutoffHz / RATE * x;
        return window * 2 * cutoffHz / RATE * (x == 0 ? 1 : Math.sin(phase) / phase);
    }

    private static double[] edges(int stems) {
        return stems == 4 ? EDGES_OF_FOUR : EDGES_OF_SIX;
    }

    private static int band(int stem, int stems) {
        int[] order = stems == 4 ? STEMS_OF_FOUR : STEMS_OF_SIX;
        int band = 0;
        while (order[band] != stem) {
            band++;
        }
        return band;
    }

    /** A frequency in the middle of a stem's band, in Hz. */
    public static double toneHz(int stem, int stems) {
        double[] edges = edges(stems);
        int band = band(stem, stems);
        double lower = band == 0 ? 300 : edges[band - 1];
        double upper = band == edges.length ? 18_000 : edges[band];
        return Math.sqrt(lower * upper);
    }

    private static float[] masks(int stems, float less) {
        float[] masks = new float[stems * BINS];
        for (int s = 0; s < stems; s++) {
            for (int bin = 0; bin < BINS; bin++) {
                boolean inside = bandOf(bin * RATE / (2 * BINS), stems) == band(s, stems);
                masks[s * BINS + bin] = (inside ? 1 : 0) - less;
            }
        }
        return masks;
    }

    private static int bandOf(double hz, int stems) {
        double[] edges = edges(stems);
        int band = 0;
        while (band < edges.length && hz >= edges[band]) {
            band++;
        }
        return band;
    }

    private static int frames(int segment) {
        return (segment + 1023) / 1024;
    }

    private static float[] gains(int stems) {
        float[] gains = new float[stems];
        Arrays.fill(gains, BY_SOUND);
        return gains;
    }

    private static OnnxWriter soundBranch(OnnxWriter model, int stems, String in, String out) {
        return model.floats("gains", gains(stems), 1, stems, 1, 1)
                .longs("behindBatch", 1)
                .node("Unsqueeze", in, "behindBatch", "wide")
                .node("Mul", "wide", "gains", out);
    }

    /** Dialects B, C and G, which differ in names and order only. */
    public static byte[] hybrid(int segment, int stems) {
        return hybrid(segment, stems, "input", "x", "output", "add_67");
    }

    static byte[] hybrid(
            int segment, int stems, String sound, String spectrum, String spectra, String sounds) {
        return hybrid(segment, frames(segment), stems, sound, spectrum, spectra, sounds);
    }

    /** Like B, where the spectrum has another number of frames than belongs to the sound. */
    static byte[] unfitting(int segment) {
        return hybrid(segment, frames(segment) + 7, 4, "input", "x", "output", "add_67");
    }

    private static byte[] hybrid(
            int segment,
            int frames,
            int stems,
            String sound,
            String spectrum,
            String spectra,
            String sounds) {
        OnnxWriter model =
                new OnnxWriter()
                        .input(sound, 1, 2, segment)
                        .input(spectrum, 1, 4, BINS, frames)
                        .floats("masks", masks(stems, BY_SOUND), 1, stems, 1, BINS, 1);
        return soundBranch(model, stems, sound, sounds)
                .node("Unsqueeze", spectrum, "behindBatch", "deep")
                .node("Mul", "deep", "masks", spectra)
                .output(spectra, 1, stems, 4, BINS, frames)
                .output(sounds, 1, stems, 2, segment)
                .bytes();
    }

    /** Dialect G: the outputs the other way round. */
    static byte[] soundFirst(int segment) {
        OnnxWriter model =
                new OnnxWriter()
                        .input("x", 1, 4, BINS, frames(segment))
                        .input("audio", 1, 2, segment)
                        .floats("masks", masks(4, BY_SOUND), 1, 4, 1, BINS, 1);
        return soundBranch(model, 4, "audio", "time")
                .node("Unsqueeze", "x", "behindBatch", "deep")
                .node("Mul", "deep", "masks", "freq")
                .output("time", 1, 4, 2, segment)
                .output("freq", 1, 4, 4, BINS, frames(segment))
                .bytes();
    }

    /**
     * Dialect D: flattened, the spectrum first, and works right only with inputs that are
     * normalised by the host.
     */
    public static byte[] flattened(int segment) {
        return flattened(segment, false);
    }

    /**
     * @param raw it must not be normalised, though its shapes look like it
     */
    static byte[] flattened(int segment, boolean raw) {
        int frames = frames(segment);
        // The power of a normalised transform of noise at deviation 1, half of it imaginary.
        float expected = raw ? 0.1875f : 1;
        OnnxWriter model =
                new OnnxWriter()
                        .input("z", 1, 4, BINS, frames)
                        .input("w", 1, 2, segment)
                        .floats("masks", masks(4, BY_SOUND), 1, 4, 1, BINS, 1)
                        .floats("expected", new float[] {expected}, 1)
                        .longs("flatSpectra", 1, 16, BINS, frames)
                        .longs("flatSounds", 1, 8, segment)
                        .node("Mul", "z", "z", "squares")
                        .node("ReduceMean", "squares", "power");
        return soundBranch(model, 4, "w", "sounds")
                .node("Div", raw ? "power" : "expected", raw ? "expected" : "power", "factor")
                .node("Mul", "z", "factor", "z1")
                .node("Unsqueeze", "z1", "behindBatch", "deep")
                .node("Mul", "deep", "masks", "spectra")
                .node("Reshape", "spectra", "flatSpectra", "out_z")
                .node("Reshape", "sounds", "flatSounds", "out_w")
                .output("out_z", 1, 16, BINS, frames)
                .output("out_w", 1, 8, segment)
                .bytes();
    }

    /** Dialect E: the frames in front. */
    public static byte[] transposed(int segment) {
        int frames = frames(segment);
        OnnxWriter model =
                new OnnxWriter()
                        .input("mix", 1, 2, segment)
                        .input("spec", 1, frames, 4, BINS)
                        .floats("masks", masks(4, BY_SOUND), 1, 1, 4, 1, BINS)
                        .longs("behindFrames", 2);
        return soundBranch(model, 4, "mix", "out_wave")
                .node("Unsqueeze", "spec", "behindFrames", "deep")
                .node("Mul", "deep", "masks", "out_spec")
                .output("out_spec", 1, frames, 4, 4, BINS)
                .output("out_wave", 1, 4, 2, segment)
                .bytes();
    }

    /** Dialect F: real and imaginary parts apart, and any batch. */
    public static byte[] pairs(int segment) {
        int frames = frames(segment);
        OnnxWriter model =
                new OnnxWriter()
                        .input("spec_imag", -1, 2, BINS, frames)
                        .input("spec_real", -1, 2, BINS, frames)
                        .input("audio", -1, 2, segment)
                        .floats("masks", masks(4, BY_SOUND), 1, 4, 1, BINS, 1);
        return soundBranch(model, 4, "audio", "out_wave")
                .node("Unsqueeze", "spec_real", "behindBatch", "re")
                .node("Unsqueeze", "spec_imag", "behindBatch", "im")
                .node("Mul", "re", "masks", "out_spec_real")
                .node("Mul", "im", "masks", "out_spec_imag")
                .output("out_spec_real", -1, 4, 2, BINS, frames)
                .output("out_spec_imag", -1, 4, 2, BINS, frames)
                .output("out_wave", -1, 4, 2, segment)
                .bytes();
    }

    /**
     * MDX-Net: keeps the bins of a band.
     *
     * @param gain of what it keeps, which "compensate" should undo
     */
    public static byte[] mdx(int dimF, int dimT, int fromBin, int toBin, float gain) {
        float[] mask = new float[dimF];
        Arrays.fill(mask, fromBin, toBin, gain);
        return new OnnxWriter()
                .input("input", -1, 4, dimF, dimT)
                .floats("mask", mask, 1, 1, dimF, 1)
                .node("Mul", "input", "mask", "output")
                .output("output", -1, 4, dimF, dimT)
                .bytes();
    }

    /** MDX-Net that hears a tone in one bin where none is, as real ones do with a wrong n_fft. */
    static byte[] singing(int dimF, int dimT, int bin) {
        float[] tone = new float[dimF];
        tone[bin] = 1000;
        return new OnnxWriter()
                .input("input", -1, 4, dimF, dimT)
                .floats("tone", tone, 1, 1, dimF, 1)
                .node("Add", "input", "tone", "output")
                .output("output", -1, 4, dimF, dimT)
                .bytes();
    }

    /** Each stem is the mix with a gain. */
    public static byte[] gains(int segment, float... gains) {
        return amplifier(segment, gains).bytes();
    }

    /** Of as many stems as gains, which its makers named. */
    static byte[] named(int segment, String names, float... gains) {
        return amplifier(segment, gains).note("sources", names).bytes();
    }

    private static OnnxWriter amplifier(int segment, float... gains) {
        return new OnnxWriter()
                .input("mix", 1, 2, segment)
                .floats("gains", gains, 1, gains.length, 1, 1)
                .longs("behindBatch", 1)
                .node("Unsqueeze", "mix", "behindBatch", "wide")
                .node("Mul", "wide", "gains", "stems")
                .output("stems", 1, gains.length, 2, segment);
    }

    /** Gives values that are no numbers. */
    public static byte[] notNumbers(int segment) {
        float nan = Float.NaN;
        return gains(segment, nan, nan, nan, nan);
    }

    /** Says that it takes any length, and fails with all but one. */
    static byte[] wrongLength(int segment) {
        return new OnnxWriter()
                .input("mix", -1, 2, -1)
                .longs("first", 0)
                .longs("split", 1, 1, 2, segment)
                .floats("gains", new float[] {1, 0, 0, 0}, 1, 4, 1, 1)
                .node("Shape", "mix", "shape")
                .node("Gather", "shape", "first", "batch")
                .node("Mul", "split", "batch", "target")
                .node("Reshape", "mix", "target", "wide")
                .node("Mul", "wide", "gains", "stems")
                .output("stems", -1, 4, 2, -1)
                .bytes();
    }

    /** Takes and gives 16-bit floats. */
    static byte[] half(int segment) {
        return new OnnxWriter()
                .inputOf(OnnxWriter.FLOAT16, "mix", 1, 2, segment)
                .longs("behindBatch", 1)
                .node("Unsqueeze", "mix", "behindBatch", "stems")
                .outputOf(OnnxWriter.FLOAT16, "stems", 1, 1, 2, segment)
                .bytes();
    }

    /** Its weights are in a file beside it. */
    static byte[] withWeightsIn(String file, int segment) {
        return new OnnxWriter()
                .input("mix", 1, 2, segment)
                .external("gains", file, 1, 4, 1, 1)
                .longs("behindBatch", 1)
                .node("Unsqueeze", "mix", "behindBatch", "wide")
                .node("Mul", "wide", "gains", "stems")
                .output("stems", 1, 4, 2, segment)
                .bytes();
    }

    /**
     * Takes a tenth of a second or so for each layer, one after the other.
     *
     * @param layers of convolution
     */
    public static byte[] slow(int segment, int layers) {
        int channels = 16;
        int taps = 31;
        float[] weights = new float[channels * channels * taps];
        Arrays.fill(weights, 1f / (channels * taps));
        float[] widening = new float[channels * 2];
        Arrays.fill(widening, 0.5f);
        OnnxWriter model =
                new OnnxWriter()
                        .input("mix", 1, 2, segment)
                        .floats("widening", widening, channels, 2, 1)
                        .floats("weights", weights, channels, channels, taps)
                        .longs("split", 1, 8, 2, segment)
                        .longs("starts", 0)
                        .longs("ends", 4)
                        .longs("axes", 1)
                        .node("Conv", "mix", "widening", "layer0");
        for (int layer = 0; layer < layers; layer++) {
            model.node(
                    "Conv",
                    new Attributes().numbers("pads", taps / 2, taps / 2),
                    "layer" + layer,
                    "weights",
                    "layer" + (layer + 1));
        }
        return model.node("Reshape", "layer" + layers, "split", "eight")
                .node("Slice", "eight", "starts", "ends", "axes", "stems")
                .output("stems", 1, 4, 2, segment)
                .bytes();
    }

    /** Something that is no separation model. */
    static byte[] otherTask() {
        return new OnnxWriter()
                .input("mel", 1, 80, 3000)
                .node("Identity", "mel", "tokens")
                .output("tokens", 1, 80, 3000)
                .bytes();
    }
}
