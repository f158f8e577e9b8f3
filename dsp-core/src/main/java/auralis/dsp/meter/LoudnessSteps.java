package auralis.dsp.meter;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.function.DoubleConsumer;

/**
 * Cuts a stream into steps of 10 ms and gives the K-weighted energy of each, summed over the
 * channels with their weights. Where 10 ms are no whole number of frames, the steps differ by one
 * frame so that they never drift.
 */
final class LoudnessSteps {
    static final int PER_SECOND = 100;

    private final int sampleRate;
    private final double[] weights;
    private final KWeighting[] channels;
    private long frame;
    private long step;

    LoudnessSteps(StreamFormat format) {
        this.sampleRate = format.sampleRate();
        this.weights = ChannelWeights.of(format.layout());
        this.channels = new KWeighting[weights.length];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = new KWeighting(sampleRate);
        }
    }

    /** Reads the block and gives the energy of every step that it completes. */
    void process(AudioBlock block, DoubleConsumer energies) {
        for (int at = block.from(); at < block.to(); ) {
            long end = (step + 1) * sampleRate / PER_SECOND;
            int to = (int) Math.min(block.to(), at + (end - frame));
            weigh(block, at, to);
            frame += to - at;
            at = to;
            if (frame == end) {
                step++;
                energies.accept(takeEnergy());
            }
        }
    }

    private void weigh(AudioBlock block, int from, int to) {
        for (int c = 0; c < channels.length; c++) {
            if (weights[c] > 0) {
                channels[c].add(block.plane(c), from, to);
            }
        }
    }

    private double takeEnergy() {
        double energy = 0;
        for (int c = 0; c < channels.length; c++) {
            energy += weights[c] * channels[c].takeEnergy();
        }
        return energy;
    }

    void reset() {
        frame = 0;
        step = 0;
        for (KWeighting channel : channels) {
            channel.reset();
        }
    }
}
