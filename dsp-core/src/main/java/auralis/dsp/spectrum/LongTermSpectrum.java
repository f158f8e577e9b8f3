package auralis.dsp.spectrum;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Optional;

/**
 * The average spectrum of the loud part of a stream, from which tone is matched: power mean of Hann
 * frames whose level lies within 10 dB of the mean level (see {@link GatedMean}), so that neither
 * pauses nor quiet passages pull it down. Empty for silence and for less than one frame.
 *
 * <p>The frames are 0.34 s long, close to the 0.4 s blocks of BS.1770: the third octave at 25 Hz is
 * 6 Hz wide, which frames of half the length do not resolve. They do not overlap: of a whole track
 * there are enough of them, and the transform is the largest of all in an analysis.
 */
public final class LongTermSpectrum implements Analyzer<Optional<PowerSpectrum>> {
    /** 16384 frames at 48 kHz. */
    private static final double SPAN_SECONDS = 16_384 / 48_000.0;

    private Stft stft;
    private GatedMean mean;
    private SideGauge sides; // of stereo only
    private BandMedians medians;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        stft = new Stft(format, SPAN_SECONDS, SPAN_SECONDS, this::add);
        mean = new GatedMean(stft.bins());
        sides = format.channels() == 2 ? new SideGauge(stft) : null;
        medians = new BandMedians(Bands.COMPRESSION, stft.binHz(), stft.bins());
    }

    private void add(float[] power) {
        double sum = 0;
        for (float p : power) {
            sum += p;
        }
        mean.add(sum, power);
        if (sides != null) {
            sides.add(sum, power);
        }
        medians.add(power);
    }

    @Override
    public void process(AudioBlock block) {
        stft.process(block);
    }

    @Override
    public Optional<PowerSpectrum> result() {
        return mean.mean().map(power -> new PowerSpectrum(power, stft.binHz()));
    }

    /** The same of mid and side; empty unless the stream is stereo. */
    public Optional<StereoSpectrum> stereo() {
        return sides == null ? Optional.empty() : mean.mean().flatMap(sides::result);
    }

    /** The median level of each of {@link Bands#COMPRESSION} in the loud part, in dB; or empty. */
    public double[] bandMediansDb() {
        return medians.mediansDb();
    }

    @Override
    public void reset() {
        stft.reset();
        mean.clear();
        if (sides != null) {
            sides.clear();
        }
        medians.clear();
    }
}
