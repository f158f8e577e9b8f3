package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Stft;
import java.util.Map;

/**
 * Harmonic and percussive energy by median filtering (Fitzgerald, DAFx 2010): what lasts is
 * horizontal in the spectrogram, what strikes is vertical. The median H over nine frames of a bin
 * (0.2 s) and the median P over a frame around it share the power of the bin as H : P.
 *
 * <p>Frames are 2048 long every 1024 at 44.1 and 48 kHz, up to 8 kHz. The median over frequency
 * spans 33 bins (700 Hz), of which every fourth is looked at: peaks of a steady sound are at least
 * four bins wide, so none slips through.
 */
final class TextureAnalysis implements Analysis {
    private static final int SIZE_AT_44100 = 2048;
    private static final double HIGH_HZ = 8000;
    private static final int MEDIAN = 9;
    private static final int CENTRE = MEDIAN / 2;
    private static final int BIN_STRIDE = 4;
    private static final int MARGIN = CENTRE * BIN_STRIDE;

    private final Stft stft;
    private final int bins;

    /**
     * The last frames, oldest first, as raw bits: for what is not negative these are ordered as the
     * numbers are, and the machine compares them faster. Each has mirrored margins.
     */
    private final int[][] frames = new int[MEDIAN][];

    private final int[] harmonic;
    private final int[] percussive;
    private double harmonicEnergy;
    private double percussiveEnergy;

    TextureAnalysis(StreamFormat format) {
        int size = Fft.sizeAt(format.sampleRate(), SIZE_AT_44100);
        double binHz = (double) format.sampleRate() / size;
        bins = Math.min(size / 2 + 1, (int) Math.ceil(HIGH_HZ / binHz));
        for (int i = 0; i < MEDIAN; i++) {
            frames[i] = new int[bins + 2 * MARGIN];
        }
        harmonic = new int[bins];
        percussive = new int[bins];
        stft = new Stft(format.channels(), size, size / 2, this::add);
    }

    @Override
    public void process(AudioBlock block) {
        stft.process(block);
    }

    private void add(float[] power) {
        int[] oldest = frames[0];
        System.arraycopy(frames, 1, frames, 0, MEDIAN - 1);
        frames[MEDIAN - 1] = oldest;
        for (int k = 0; k < bins; k++) {
            oldest[MARGIN + k] = Float.floatToRawIntBits(power[k]);
        }
        for (int k = 1; k <= MARGIN; k++) {
            oldest[MARGIN - k] = oldest[MARGIN + Math.min(k, bins - 1)];
            oldest[MARGIN + bins - 1 + k] = oldest[MARGIN + Math.max(0, bins - 1 - k)];
        }
        int[] centre = frames[CENTRE];
        Median.ofNine(frames, MARGIN, harmonic);
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
