package auralis.dsp.filter;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Fft;
import java.util.Arrays;

/**
 * A long finite impulse response, the same for all channels, by overlap-save: stretches of {@code
 * latency()} frames are convolved in the frequency domain together with the tail of the stretch
 * before them. The stretches count from the start of the stream, whatever the blocks are, so the
 * output does not depend on the block size. Every channel is transformed by itself: a silent one
 * stays silent.
 *
 * <p>The output is late by one stretch: three times the smallest power of two that is at least the
 * number of taps less one, and 128. Stretches that long waste a quarter of each transform on the
 * tail; shorter ones would waste half. The single tap 1 passes samples untouched with no latency.
 */
public final class FirConvolver implements AudioProcessor {
    private static final int MIN_TAIL = 128;
    private static final int TAILS_PER_STRETCH = 3;

    private final float[] taps;
    private final boolean neutral;
    private final int tail;
    private final int stretch;

    private Fft fft;
    private float[] response;
    private float[] frame;
    // The tail of the last stretch and the present one, of each channel.
    private float[][] heard;
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
        this.tail = Math.max(MIN_TAIL, powerOfTwoFrom(taps.length - 1));
        this.stretch = TAILS_PER_STRETCH * tail;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        fft = Fft.ofSize(tail + stretch);
        response = new float[fft.size()];
        System.arraycopy(taps, 0, response, 0, taps.length);
        fft.forward(response);
        frame = new float[fft.size()];
        heard = new float[format.channels()][tail + stretch];
        done = new float[format.channels()][stretch];
        filled = 0;
    }

    @Override
    public void process(AudioBlock block) {
        if (neutral) {
            return;
        }
        int position = block.from();
        while (position < block.to()) {
            int frames = Math.min(stretch - filled, block.to() - position);
            exchange(block, position, frames);
            filled += frames;
            position += frames;
            if (filled == stretch) {
                convolve();
                filled = 0;
            }
        }
    }

    /** Takes input of the present stretch and gives the result of the one before. */
    private void exchange(AudioBlock block, int position, int frames) {
        for (int c = 0; c < heard.length; c++) {
            System.arraycopy(block.plane(c), position, heard[c], tail + filled, frames);
            System.arraycopy(done[c], filled, block.plane(c), position, frames);
        }
    }

    private void convolve() {
        for (int c = 0; c < heard.length; c++) {
            System.arraycopy(heard[c], 0, frame, 0, frame.length);
            fft.forward(frame);
            fft.multiply(frame, response);
            fft.inverse(frame);
            // The length of the tail is spoilt by the circular wrap; behind it all is linear.
            System.arraycopy(frame, tail, done[c], 0, stretch);
            System.arraycopy(heard[c], stretch, heard[c], 0, tail);
        }
    }

    @Override
    public void reset() {
        for (int c = 0; c < heard.length; c++) {
            Arrays.fill(heard[c], 0f);
            Arrays.fill(done[c], 0f);
        }
        filled = 0;
    }

    @Override
    public int latency() {
        return neutral ? 0 : stretch;
    }

    private static int powerOfTwoFrom(int least) {
        return least <= 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }
}
