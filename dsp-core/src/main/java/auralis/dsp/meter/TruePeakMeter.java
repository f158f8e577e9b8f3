package auralis.dsp.meter;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The true peak of a stream after ITU-R BS.1770-5, Annex 2, on a grid of four points per sample at
 * every sample rate. (Annex 2 allows less at high rates, which reads up to 3 dB low there on the
 * signals of EBU Tech 3341.)
 *
 * <p>Stretches whose samples are so small that no point between them can exceed the largest peak so
 * far are not interpolated; this never changes the result.
 */
public final class TruePeakMeter implements Analyzer<Peaks> {
    private static final int PIECE = 256;

    private final TruePeakInterpolator interpolator = new TruePeakInterpolator(PIECE);

    /** Per channel the last samples, followed by those of the piece at hand. */
    private float[][] lines = {};

    private float samplePeak;
    private float truePeak;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        lines = new float[format.channels()][TruePeakInterpolator.HISTORY + PIECE];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        for (int c = 0; c < lines.length; c++) {
            for (int from = block.from(); from < block.to(); from += PIECE) {
                int frames = Math.min(PIECE, block.to() - from);
                System.arraycopy(
                        block.plane(c), from, lines[c], TruePeakInterpolator.HISTORY, frames);
                measure(lines[c], frames);
            }
        }
    }

    private void measure(float[] line, int frames) {
        float peak = peak(line, TruePeakInterpolator.HISTORY + frames);
        samplePeak = Math.max(samplePeak, peak);
        truePeak = Math.max(truePeak, peak);
        if (peak * TruePeakInterpolator.BOUND > truePeak) {
            truePeak = Math.max(truePeak, interpolator.peak(line, frames));
        }
        System.arraycopy(line, frames, line, 0, TruePeakInterpolator.HISTORY);
    }

    private static float peak(float[] samples, int to) {
        float peak = 0;
        for (int i = 0; i < to; i++) {
            // Several times as fast as Math.max, which looks at the signs of zeros.
            float sample = Math.abs(samples[i]);
            peak = sample > peak ? sample : peak;
        }
        return peak;
    }

    /** The peaks so far, as if silence followed. */
    @Override
    public Peaks result() {
        float peak = truePeak;
        for (float[] line : lines) {
            float[] tail = Arrays.copyOf(line, 2 * TruePeakInterpolator.HISTORY);
            Arrays.fill(tail, TruePeakInterpolator.HISTORY, tail.length, 0f);
            peak = Math.max(peak, interpolator.peak(tail, TruePeakInterpolator.HISTORY));
        }
        return new Peaks(level(peak), level(samplePeak));
    }

    private static OptionalDouble level(float peak) {
        return peak > 0 ? OptionalDouble.of(Decibels.ofGain(peak)) : OptionalDouble.empty();
    }

    @Override
    public void reset() {
        samplePeak = 0;
        truePeak = 0;
        for (float[] line : lines) {
            Arrays.fill(line, 0f);
        }
    }
}
