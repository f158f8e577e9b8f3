package auralis.library.separate.neural;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Samples in memory, of which the length need not be known beforehand. */
final class ArraySource implements AudioSource {
    private final StreamFormat format;
    private final float[][] planes;
    private int position;

    ArraySource(int sampleRate, float[]... planes) {
        this.format = new StreamFormat(sampleRate, ChannelLayout.ofCount(planes.length));
        this.planes = planes;
    }

    /** Stereo, the right one half as loud. */
    static ArraySource stereo(int sampleRate, int frames, IntToDoubleFunction sound) {
        float[] left = new float[frames];
        float[] right = new float[frames];
        for (int i = 0; i < frames; i++) {
            left[i] = (float) sound.applyAsDouble(i);
            right[i] = left[i] / 2;
        }
        return new ArraySource(sampleRate, left, right);
    }

    /** Of mean 0. */
    static ArraySource noise(int sampleRate, int channels, int frames) {
        Random random = new Random(7);
        float[][] planes = new float[channels][frames];
        for (float[] plane : planes) {
            double mean = 0;
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) (0.2 * random.nextGaussian());
                mean += plane[i] / (double) frames;
            }
            for (int i = 0; i < frames; i++) {
                plane[i] -= (float) mean;
            }
        }
        return new ArraySource(sampleRate, planes);
    }

    float[] plane(int channel) {
        return planes[channel];
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public OptionalLong frames() {
        return OptionalLong.empty();
    }

    @Override
    public int read(AudioBlock block) {
        int count = Math.min(block.frames(), planes[0].length - position);
        if (count <= 0) {
            return block.frames() == 0 ? 0 : -1;
        }
        for (int c = 0; c < planes.length; c++) {
            System.arraycopy(planes[c], position, block.plane(c), block.from(), count);
        }
        position += count;
        return count;
    }

    @Override
    public void seek(long frame) {
        position = (int) Math.min(frame, planes[0].length);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
