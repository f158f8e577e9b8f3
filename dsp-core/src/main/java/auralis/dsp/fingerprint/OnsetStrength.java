package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Stft;
import java.util.Arrays;

/**
 * How strongly something starts, every 10 ms: the sum over mel bands of the rise of their loudness
 * against 20 ms before (mel flux). Frames are 21 ms long (1024 at 48 kHz).
 *
 * <p>Loudness of a band is the fourth root of its power. Unlike a logarithm it needs no floor, and
 * the whole trace scales with the gain: against its own mean it is the same for any gain.
 */
final class OnsetStrength {
    private static final double SPAN_SECONDS = 1024 / 48_000.0;
    private static final double STEP_SECONDS = 0.01;
    private static final double LOW_HZ = 30;

    /** A decimated stream has images from 8 kHz on, of sounds that start at the same time. */
    private static final double HIGH_HZ = 10_000;

    private static final int BANDS = 28;

    private final Stft stft;

    /** The first bin of each band, and the end of the last. */
    private final int[] edges;

    private float[] last;
    private float[] beforeLast;
    private float[] rises = new float[4096];
    private int steps;
    private double loudnessSum;

    OnsetStrength(StreamFormat format) {
        stft = new Stft(format, SPAN_SECONDS, STEP_SECONDS, this::add);
        edges = edges(stft.binHz(), stft.bins());
        last = new float[edges.length - 1];
        beforeLast = new float[edges.length - 1];
    }

    /** Bands of equal width in mel, 2595 log10(1 + f / 700), but at least one bin wide. */
    private static int[] edges(double binHz, int bins) {
        int[] edges = new int[BANDS + 1];
        int count = 0;
        int next = Math.max(1, (int) Math.round(LOW_HZ / binHz));
        for (int i = 0; i <= BANDS && next < bins; i++) {
            edges[count++] = next;
            double mel = mel(LOW_HZ) + (mel(HIGH_HZ) - mel(LOW_HZ)) * (i + 1) / BANDS;
            double hz = 700 * (Math.pow(10, mel / 2595) - 1);
            next = Math.max(next + 1, (int) Math.round(hz / binHz));
        }
        return Arrays.copyOf(edges, count);
    }

    private static double mel(double hz) {
        return 2595 * Math.log10(1 + hz / 700);
    }

    void process(AudioBlock block) {
        stft.process(block);
    }

    private void add(float[] power) {
        float[] now = beforeLast;
        float rise = 0;
        for (int band = 0; band < now.length; band++) {
            float loudness = loudness(power, edges[band], edges[band + 1]);
            rise += Math.max(0, loudness - now[band]);
            now[band] = loudness;
            loudnessSum += loudness;
        }
        beforeLast = last;
        last = now;
        if (steps == rises.length) {
            rises = Arrays.copyOf(rises, 2 * steps);
        }
        rises[steps++] = rise;
    }

    private static float loudness(float[] power, int from, int to) {
        float sum = 0;
        for (int k = from; k < to; k++) {
            sum += power[k];
        }
        return (float) Math.sqrt(Math.sqrt(sum));
    }

    /** What was measured so far, relative to the mean loudness. */
    Novelty novelty() {
        float scale = loudnessSum > 0 ? (float) (steps / loudnessSum) : 0;
        return new Novelty(rises, steps, scale, stft.framesPerSecond());
    }
}
