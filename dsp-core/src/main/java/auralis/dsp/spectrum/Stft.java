package auralis.dsp.spectrum;

import auralis.dsp.AudioBlock;
import java.util.Arrays;

/**
 * Short-time power spectra of a stream: a Hann frame of {@code size} frames of sound every {@code
 * hop}, from the first sample on; the unfinished last one is dropped. Power is averaged over the
 * channels and never taken from their sum, in which opposite phases would vanish. One thread at a
 * time; {@link #process} allocates nothing.
 */
public final class Stft {
    /** Takes the spectra as they are completed. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param power of the bins from 0 Hz to half the sample rate; they add up to the mean
         *     square of the windowed sound (divided by that of the window). Valid during the call.
         */
        void frame(float[] power);
    }

    private static final double HANN_MEAN_SQUARE = 0.375;

    private final Fft fft;
    private final int hop;
    private final Listener listener;
    private final float[] window;
    private final float scale;
    private final float[][] sound;
    private final float[] frame;
    private final float[] power;
    private int filled;

    /**
     * @param size a power of two
     * @param hop 1..size
     */
    public Stft(int channels, int size, int hop, Listener listener) {
        if (hop < 1 || hop > size) {
            throw new IllegalArgumentException("hop " + hop + " of size " + size);
        }
        this.fft = Fft.ofSize(size);
        this.hop = hop;
        this.listener = listener;
        this.window = Window.hann(size);
        this.scale = (float) (1 / (HANN_MEAN_SQUARE * channels * size * size));
        this.sound = new float[channels][size];
        this.frame = new float[size];
        this.power = new float[fft.bins()];
    }

    /** Reads the window of the block. */
    public void process(AudioBlock block) {
        for (int at = block.from(); at < block.to(); ) {
            int frames = Math.min(fft.size() - filled, block.to() - at);
            for (int c = 0; c < sound.length; c++) {
                System.arraycopy(block.plane(c), at, sound[c], filled, frames);
            }
            filled += frames;
            at += frames;
            if (filled == fft.size()) {
                transform();
                listener.frame(power);
                advance();
            }
        }
    }

    private void transform() {
        Arrays.fill(power, 0f);
        for (float[] plane : sound) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = plane[i] * window[i];
            }
            fft.forward(frame);
            // Twice, for the negative frequencies, which 0 Hz and half the rate do not have.
            fft.addPower(frame, 2 * scale, power);
        }
        power[0] /= 2;
        power[power.length - 1] /= 2;
    }

    private void advance() {
        for (float[] plane : sound) {
            System.arraycopy(plane, hop, plane, 0, plane.length - hop);
        }
        filled -= hop;
    }

    /** Forgets the stream. */
    public void reset() {
        filled = 0;
    }
}
