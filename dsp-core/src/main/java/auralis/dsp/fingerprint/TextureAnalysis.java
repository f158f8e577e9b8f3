package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Stft;
import java.util.Map;

/**
 * Harmonic and percussive energy by median filtering (Fitzgerald, DAFx 2010): what lasts is
 * horizontal in the spectrogram, what strikes is vertical. The median H over five frames of a bin
 * (0.23 s) and the median P over a frame around it share the power of the bin as H : P.
 *
 * <p>Frames are 43 ms long (2048 at 48 kHz) and regarded up to 8 kHz. They do not overlap: a strike
 * fills one frame, not two, so that even ten strikes per second stay in the minority of any five
 * frames; and nothing is put together again. The median over frequency spans 33 bins (700 Hz), of
 * which every fourth is looked at: peaks of a steady sound are four bins wide, so none slips
 * through.
 */
final class TextureAnalysis implements Analysis {
    private static final double SPAN_SECONDS = 2048 / 48_000.0;
    private static final double HIGH_HZ = 8000;
    private static final int FRAMES = 5;
    private static final int CENTRE = FRAMES / 2;
    private static final int BIN_STRIDE = 4;
    private static final int MARGIN = 4 * BIN_STRIDE;

    private final Stft stft;
    private final int bins;

    /**
     * The last frames, oldest first, as raw bits: for what is not negative these are ordered as the
     * numbers are, and the machine compares them faster. Each has mirrored margins.
     */
    private final int[][] frames = new int[FRAMES][];

    private final int[] harmonic;
    private final int[] percussive;
    private double harmonicEnergy;
    private double percussiveEnergy;

    TextureAnalysis(StreamFormat format) {
        stft = new Stft(format, SPAN_SECONDS, SPAN_SECONDS, this::add);
        bins = Math.min(stft.bins(), (int) Math.ceil(HIGH_HZ / stft.binHz()));
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = new int[bins + 2 * MARGIN];
        }
        harmonic = new int[bins];
        percussive = new int[bins];
    }

    @Override
    public void process(AudioBlock block) {
        stft.process(block);
    }

    private void add(float[] power) {
        int[] oldest = frames[0];
        System.arraycopy(frames, 1, frames, 0, FRAMES - 1);
        frames[FRAMES - 1] = oldest;
        for (int k = 0; k < bins; k++) {
            oldest[MARGIN + k] = Float.floatToRawIntBits(power[k]);
        }
        for (int k = 1; k <= MARGIN; k++) {
            oldest[MARGIN - k] = oldest[MARGIN + Math.min(k, bins - 1)];
            oldest[MARGIN + bins - 1 + k] = oldest[MARGIN + Math.max(0, bins - 1 - k)];
        }
        int[] centre = frames[CENTRE];
        Median.ofFive(frames, MARGIN, harmonic);
        Median.ofNine(centre, BIN_STRIDE, percussive);
        share(centre);
    }

    private void share(int[] centre) {
        double h = 0;
        double p = 0;
        for (int k = 0; k < bins; k++) {
            float lasting = Float.intBitsToFloat(harmonic[k]);
            float striking = Float.intBitsToFloat(percussive[k]);
            float both = lasting + striking;
            if (both > 0) {
                float power = Float.intBitsToFloat(centre[MARGIN + k]);
                h += power * (lasting / both);
                p += power * (striking / both);
            }
        }
        harmonicEnergy += h;
        percussiveEnergy += p;
    }

    @Override
    public void describe(Map<Dimension, Double> values) {
        double both = harmonicEnergy + percussiveEnergy;
        if (both > 0) {
            values.put(Dimension.HARMONIC_RATIO, harmonicEnergy / both);
        }
    }
}
