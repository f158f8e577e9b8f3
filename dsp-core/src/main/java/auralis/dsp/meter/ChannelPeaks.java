package auralis.dsp.meter;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * The true peak of each channel since it was last asked for, on the grid of {@link TruePeakMeter}:
 * for meters that move. Points between samples come 12 frames late. One thread at a time.
 */
public final class ChannelPeaks {
    private static final int PIECE = 256;

    private final TruePeakInterpolator interpolator = new TruePeakInterpolator(PIECE);

    /** Per channel the last samples, followed by those of the piece at hand. */
    private float[][] lines = {};

    private float[] peaks = {};

    /** Makes ready for a new stream. */
    public void prepare(StreamFormat format) {
        lines = new float[format.channels()][TruePeakInterpolator.HISTORY + PIECE];
        peaks = new float[format.channels()];
    }

    /** Reads the window of the block. */
    public void process(AudioBlock block) {
        for (int c = 0; c < lines.length; c++) {
            for (int from = block.from(); from < block.to(); from += PIECE) {
                int frames = Math.min(PIECE, block.to() - from);
                System.arraycopy(
                        block.plane(c), from, lines[c], TruePeakInterpolator.HISTORY, frames);
                peaks[c] = Math.max(peaks[c], peak(lines[c], frames));
                System.arraycopy(lines[c], frames, lines[c], 0, TruePeakInterpolator.HISTORY);
            }
        }
    }

    private float peak(float[] line, int frames) {
        float peak = interpolator.peak(line, frames);
        for (int i = 0; i < frames; i++) {
            float sample = Math.abs(line[TruePeakInterpolator.HISTORY + i]);
            peak = sample > peak ? sample : peak;
        }
        return peak;
    }

    /** The peak of a channel since the last call, linear; 0 for silence. */
    public float take(int channel) {
        float peak = peaks[channel];
        peaks[channel] = 0;
        return peak;
    }

    /** Forgets the stream. */
    public void reset() {
        Arrays.fill(peaks, 0);
        for (float[] line : lines) {
            Arrays.fill(line, 0);
        }
    }
}
