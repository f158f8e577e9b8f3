package auralis.dsp.meter;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * The K-weighted energy (ITU-R BS.1770-5, channels added with their weights) of short stretches of
 * equal length, for calculations that weigh each stretch by a gain of its own.
 */
public final class WeightedHops {
    private final int hopFrames;
    private final double[] weights;
    private final KWeighting[] channels;

    /**
     * @param hopFrames length of a stretch, 1 or more
     */
    public WeightedHops(StreamFormat format, int hopFrames) {
        this.hopFrames = hopFrames;
        this.weights = ChannelWeights.of(format.layout());
        this.channels = new KWeighting[weights.length];
        Arrays.setAll(channels, c -> new KWeighting(format.sampleRate()));
    }

    /**
     * @param block whole stretches
     * @param energies receives the energy of each: the sum of squares over its frames
     */
    public void process(AudioBlock block, double[] energies) {
        int hops = block.frames() / hopFrames;
        Arrays.fill(energies, 0, hops, 0);
        for (int c = 0; c < channels.length; c++) {
            if (weights[c] > 0) {
                weigh(c, block, energies, hops);
            }
        }
    }

    private void weigh(int channel, AudioBlock block, double[] energies, int hops) {
        KWeighting weighting = channels[channel];
        float[] plane = block.plane(channel);
        int from = block.from();
        for (int hop = 0; hop < hops; hop++) {
            weighting.add(plane, from, from + hopFrames);
            energies[hop] += weights[channel] * weighting.takeEnergy();
            from += hopFrames;
        }
    }
}
