package auralis.dsp.filter;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Fft;
import java.util.Arrays;

/**
 * A long finite impulse response, the same for all channels, by overlap-save: stretches of {@code
 * latency()} frames are convolved in the frequency domain together with the stretch before them.
 * The stretches count from the start of the stream, whatever the blocks are, so the output does not
 * depend on the block size. Every channel is transformed by itself: a silent one stays silent.
 *
 * <p>The output is late by one stretch: the smallest power of two that is at least the number of
 * taps less one, and 256. The single tap 1 passes samples untouched with no latency.
 */
public final class FirConvolver implements AudioProcessor {
    private static final int MIN_PARTITION = 256;

    private final float[] taps;
    private final boolean neutral;
    private final int partition;

    private Fft fft;
    private float[] response;
    private float[] frame;
    private float[][] past;
    private float[][] present;
    private float[][] done;
    private int filled;

    /**
     * @param taps the impulse response at the sample rate of the stream, 1..2^20 finite values
     */
    public FirConvolver(float[] taps) {
        if (taps.length == 0 || taps.length > 1 << 20) {
            throw new IllegalArgumentException(taps.length + " taps");
        }
        for (float tap : taps) {
            if (!Float.isFinite(tap)) {
                throw new IllegalArgumentException("a tap is " + tap);
            }
        }
        this.taps = taps.clone();
        this.neutral = taps.length == 1 && taps[0] == 1;
        this.partition = Math.max(MIN_PARTITION, powerOfTwoFrom(taps.length - 1));
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        fft = Fft.ofSize(2 * partition);
        response = new float[fft.size()];
        System.arraycopy(taps, 0, response, 0, taps.length);
        fft.forward(response);
        frame = new float[fft.size()];
        past = new float[format.channels()][partition];
        present = new float[format.channels()][partition];
        done = new float[format.channels()][partition];
        filled = 0;
    }

    @Override
    public void process(AudioBlock block) {
        if (neutral) {
            return;
        }
        int position = block.from();
        while (position < block.to()) {
            int frames = Math.min(partition - filled, block.to() - position);
            exchange(block, position, frames);
            filled += frames;
            position += frames;
            if (filled == partition) {
                convolve();
                filled = 0;
            }
        }
    }

    /** Takes input of the present stretch and gives the result of the one before. */
    private void exchange(AudioBlock block, int position, int frames) {
        for (int c = 0; c < present.length; c++) {
            System.arraycopy(block.plane(c), position, present[c], filled, frames);
            System.arraycopy(done[c], filled, block.plane(c), position, frames);
        }
    }

    private void convolve() {
        for (int c = 0; c < present.length; c++) {
            System.arraycopy(past[c], 0, frame, 0, partition);
            System.arraycopy(present[c], 0, frame, partition, partition);
            fft.forward(frame);
            fft.multiply(frame, response);
            fft.inverse(frame);
            // The first half is spoilt by the circular wrap; the second is the linear convolution.
            System.arraycopy(frame, partition, done[c], 0, partition);
            float[] oldest = past[c];
            past[c] = present[c];
            present[c] = oldest;
        }
    }

    @Override
    public void reset() {
        for (int c = 0; c < past.length; c++) {
            Arrays.fill(past[c], 0f);
            Arrays.fill(done[c], 0f);
        }
        filled = 0;
    }

    @Override
    public int latency() {
        return neutral ? 0 : partition;
    }

    private static int powerOfTwoFrom(int least) {
        return least <= 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }
}
