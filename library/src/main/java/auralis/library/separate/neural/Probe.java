package auralis.library.separate.neural;

import auralis.dsp.Progress;
import java.io.IOException;
import java.util.Locale;

/**
 * Runs a model once on noise, to see whether it was understood: what it gives must be numbers, and
 * its stems must about add up to what it took. A healthy htdemucs is off by 2 %.
 */
final class Probe {
    private static final double MOST_OFF = 0.5;

    private Probe() {}

    /**
     * @return the part as it works, maybe with the other way of normalising
     * @throws IOException with a sentence when it works in no way
     */
    static ModelPart of(Onnx onnx, ModelPart part, Progress progress)
            throws IOException, InterruptedException {
        double off = off(onnx, part, progress);
        if (off <= MOST_OFF) {
            return part;
        }
        if (part.dialect() == Dialect.HYBRID) {
            ModelPart other = part.withHostNormalises(!part.hostNormalises());
            if (off(onnx, other, progress) <= MOST_OFF) {
                return other;
            }
        }
        throw new IOException(onnx.file().getFileName() + " " + complaint(off));
    }

    private static String complaint(double off) {
        return Double.isNaN(off)
                ? "gives values that are no numbers when it is given noise: it is damaged, or was"
                        + " exported wrongly. Download it again, or get another export."
                : String.format(
                        Locale.ROOT,
                        "gives stems that do not add up to the mix (they are off by %.0f %% where"
                                + " 2 %% is usual): it was exported in a way that this program does"
                                + " not know. Get another export.",
                        100 * off);
    }

    /** The deviation of the sum from the mix, relative to it; NaN when something is no number. */
    private static double off(Onnx onnx, ModelPart part, Progress progress)
            throws IOException, InterruptedException {
        float[][] mix = PinkNoise.stereo(part.segmentFrames());
        float[][] sum = new float[2][part.segmentFrames()];
        try (SegmentModel model = new SegmentModel(onnx, part)) {
            model.run(mix, progress);
            float[][] stem = new float[2][part.segmentFrames()];
            for (int s = 0; s < part.stems().size(); s++) {
                model.fetch(s, stem);
                add(stem, sum);
            }
        }
        double off = Math.sqrt(power(mix, sum) / power(mix, new float[2][mix[0].length]));
        // One stem alone need not be the mix.
        return part.stems().size() == 1 && !Double.isNaN(off) ? 0 : off;
    }

    private static void add(float[][] stem, float[][] sum) {
        for (int c = 0; c < sum.length; c++) {
            for (int i = 0; i < sum[c].length; i++) {
                sum[c][i] += stem[c][i];
            }
        }
    }

    private static double power(float[][] a, float[][] b) {
        double power = 0;
        for (int c = 0; c < a.length; c++) {
            for (int i = 0; i < a[c].length; i++) {
                double difference = (double) a[c][i] - b[c][i];
                power += difference * difference;
            }
        }
        return Double.isFinite(power) ? power : Double.NaN;
    }
}
