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
 * <p>The frames are 16384 long at 44.1 and 48 kHz: the third octave at 25 Hz is 6 Hz wide, which
 * frames of half the length do not resolve. 0.37 s is close to the 0.4 s blocks of BS.1770.
 */
public final class LongTermSpectrum implements Analyzer<Optional<PowerSpectrum>> {
    private static final int SIZE_AT_44100 = 16_384;

    private Stft stft;
    private GatedMean mean;
    private double binHz;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        int size = Fft.sizeAt(format.sampleRate(), SIZE_AT_44100);
        binHz = (double) format.sampleRate() / size;
        mean = new GatedMean(size / 2 + 1);
        stft = new Stft(format.channels(), size, size / 2, this::add);
    }

    private void add(float[] power) {
        double sum = 0;
        for (float p : power) {
            sum += p;
        }
        mean.add(sum, power);
    }

    @Override
    public void process(AudioBlock block) {
        stft.process(block);
    }

    @Override
    public Optional<PowerSpectrum> result() {
        return mean.mean().map(power -> new PowerSpectrum(power, binHz));
    }

    @Override
    public void reset() {
        stft.reset();
        mean.clear();
    }
}
