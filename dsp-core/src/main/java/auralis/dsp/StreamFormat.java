package auralis.dsp;

/**
 * What a stream of audio is: frames per second and the position of each channel.
 *
 * @param sampleRate in Hz, 1 000..768 000
 */
public record StreamFormat(int sampleRate, ChannelLayout layout) {
    public static final int MIN_SAMPLE_RATE = 1_000;
    public static final int MAX_SAMPLE_RATE = 768_000;

    public StreamFormat {
        if (sampleRate < MIN_SAMPLE_RATE || sampleRate > MAX_SAMPLE_RATE) {
            throw new IllegalArgumentException("sample rate " + sampleRate + " Hz");
        }
    }

    public static StreamFormat mono(int sampleRate) {
        return new StreamFormat(sampleRate, ChannelLayout.MONO);
    }

    public static StreamFormat stereo(int sampleRate) {
        return new StreamFormat(sampleRate, ChannelLayout.STEREO);
    }

    public int channels() {
        return layout.count();
    }

    /** The number of frames nearest to a time. */
    public long frames(double seconds) {
        return Math.round(seconds * sampleRate);
    }

    public double seconds(long frames) {
        return (double) frames / sampleRate;
    }
}
