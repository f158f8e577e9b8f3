package auralis.dsp.stereo;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.filter.Biquad;
import auralis.dsp.filter.BiquadDesign;

/**
 * Scales the side signal (L - R) / 2 by one gain for the bass and another for the rest; the mid is
 * untouched, so the mono sum never changes.
 *
 * <p>Between 120 and 300 Hz the gain follows a Butterworth shelf of order 4 around 210 Hz: minimum
 * phase, monotonic, within 0.1 dB of the bass gain below 120 Hz for a step of 3 dB. Its phase turns
 * by less than 90° as long as the step stays under 14 dB; then the real part of the gain is
 * positive, and a sound on the left never gets louder on the right. Larger steps (down to mono
 * bass) use order 2, of which that is true down to 23 dB.
 *
 * <p>Mono streams and a width of 1 everywhere pass unchanged, bit by bit.
 */
public final class StereoWidth implements AudioProcessor {
    public static final double MAX_WIDTH = 2;

    private static final double SHELF_HZ = 210;
    private static final double STEEP_LIMIT = 0.2;

    private final double bassWidth;
    private final double width;
    private Biquad[] sections = {};
    private boolean neutral;

    /**
     * @param bassWidth gain of the side below 120 Hz, 0 (mono bass) to 1; never more than width
     * @param width gain of the side above 300 Hz, 0 (mono) to 2
     */
    public StereoWidth(double bassWidth, double width) {
        if (!(bassWidth >= 0 && bassWidth <= 1 && width >= 0 && width <= MAX_WIDTH)) {
            throw new IllegalArgumentException("bass width " + bassWidth + ", width " + width);
        }
        this.bassWidth = Math.min(bassWidth, width);
        this.width = width;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        if (format.channels() > 2) {
            throw new IllegalArgumentException("width of " + format.channels() + " channels");
        }
        neutral = format.channels() == 1 || (bassWidth == 1 && width == 1);
        sections = bassWidth == width ? new Biquad[0] : shelf(bassWidth / width, format);
    }

    private static Biquad[] shelf(double gain, StreamFormat format) {
        int order = gain < STEEP_LIMIT ? 2 : 4;
        return BiquadDesign.butterworthLowShelf(SHELF_HZ, gain, order, format.sampleRate()).stream()
                .map(Biquad::new)
                .toArray(Biquad[]::new);
    }

    @Override
    public void process(AudioBlock block) {
        if (neutral) {
            return;
        }
        float[] left = block.plane(0);
        float[] right = block.plane(1);
        for (int i = block.from(); i < block.to(); i++) {
            double mid = ((double) left[i] + right[i]) / 2;
            double side = width * ((double) left[i] - right[i]) / 2;
            for (Biquad section : sections) {
                side = section.next(side);
            }
            left[i] = (float) (mid + side);
            right[i] = (float) (mid - side);
        }
    }

    @Override
    public void reset() {
        for (Biquad section : sections) {
            section.reset();
        }
    }
}
