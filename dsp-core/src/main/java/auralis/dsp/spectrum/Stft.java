package auralis.dsp.spectrum;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * Short-time power spectra of a stream: a Hann frame every {@code hop}, from the first sample on;
 * the unfinished last one is dropped. Power is averaged over the channels and never taken from
 * their sum, in which opposite phases would vanish. One thread at a time; {@link #process}
 * allocates nothing.
 *
 * <p>Frames are given by time, so that a sound has the same spectrum at every rate. The transform
 * is the next power of two and padded with zeros: it only looks at that spectrum on a finer grid.
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
    private static final double LONGEST_SECONDS = 10;

    private final Fft fft;
    private final double sampleRate;
    private final int hop;
    private final Listener listener;
    private final float[] window;
    private final float scale;
    private final float[][] sound;
    private final float[] frame;
    private final float[] power;
    private int filled;

    /**
     * @param spanSeconds the length of a frame
     * @param hopSeconds from one frame to the next, at most the length of one; rounded to samples
     */
    public Stft(StreamFormat format, double spanSeconds, double hopSeconds, Listener listener) {
        if (!(hopSeconds > 0 && hopSeconds <= spanSeconds && spanSeconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException(spanSeconds + " s every " + hopSeconds + " s");
        }
        this.sampleRate = format.sampleRate();
        this.hop = (int) Math.max(1, format.frames(hopSeconds));
        this.window = Window.hann((int) Math.max(hop, format.frames(spanSeconds)));
        this.fft = Fft.ofSize(Math.max(8, powerOfTwoFrom(window.length)));
        this.listener = listener;
        double windowPower = HANN_MEAN_SQUARE * window.length;
        this.scale = (float) (1 / (windowPower * format.channels() * fft.size()));
        this.sound = new float[format.channels()][window.length];
        this.frame = new float[2 * fft.size()];
        this.power = new float[fft.bins()];
    }

    private static int powerOfTwoFrom(int least) {
        return least == 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }

    /** The number of bins from 0 Hz to half the sample rate, both included. */
    public int bins() {
        return power.length;
    }

    /** The distance of two bins. */
    public double binHz() {
        return sampleRate / fft.size();
    }

    public double framesPerSecond() {
        return sampleRate / hop;
    }

    /** Reads the window of the block. */
    public void process(AudioBlock block) {
        for (int at = block.from(); at < block.to(); ) {
            int frames = Math.min(window.length - filled, block.to() - at);
            for (int c = 0; c < sound.length; c++) {
                System.arraycopy(block.plane(c), at, sound[c], filled, frames);
            }
            filled += frames;
            at += frames;
            if (filled == window.length) {
                transform();
                listener.frame(power);
                advance();
            }
        }
    }

    /**
     * How the two channels of a stereo frame agree, while the listener is called: the real part of
     * their cross power in every bin, on the scale of their mean power. Equal channels have the
     * power itself, opposite ones its negative.
     *
     * @param cross is filled with {@link #bins()} values
     */
    public void crossPower(float[] cross) {
        fft.pairCrossPower(frame, 2 * scale * sound.length, cross);
        cross[0] /= 2;
        cross[cross.length - 1] /= 2;
    }

    private void transform() {
        Arrays.fill(power, 0f);
        for (int c = 0; c + 1 < sound.length; c += 2) {
            addPair(sound[c], sound[c + 1]);
        }
        if (sound.length % 2 == 1) {
            addSingle(sound[sound.length - 1]);
        }
        power[0] /= 2;
        power[power.length - 1] /= 2;
    }

    /** Two channels by one complex transform, which costs a tenth less than two real ones. */
    private void addPair(float[] one, float[] other) {
        for (int i = 0; i < window.length; i++) {
            frame[2 * i] = one[i] * window[i];
            frame[2 * i + 1] = other[i] * window[i];
        }
        Arrays.fill(frame, 2 * window.length, 2 * fft.size(), 0f);
        fft.forwardPair(frame);
        // Twice, for the negative frequencies, which 0 Hz and half the rate do not have.
        fft.addPairPower(frame, 2 * scale, power);
    }

    private void addSingle(float[] plane) {
        for (int i = 0; i < window.length; i++) {
            frame[i] = plane[i] * window[i];
        }
        Arrays.fill(frame, window.length, fft.size(), 0f);
        fft.forward(frame);
        fft.addPower(frame, 2 * scale, power);
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
