package auralis.app.stems;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How loud each stem is where the player is: the peaks of the last seconds that went to the device,
 * to be asked for when they are heard. One thread writes, any other asks.
 */
final class StemLevels {
    private static final int SLOTS_PER_SECOND = 100;

    /** More than any device keeps to itself. */
    private static final int SLOTS = 1_000;

    /** What is heard at a glance. */
    private static final int SHOWN = 3;

    private final int channels;
    private final int slotFrames;
    private final AtomicIntegerArray peaks; // shared: bits of floats, slot by slot
    private long latest = -1; // slot; writer only

    /**
     * @param sampleRate in Hz
     */
    StemLevels(int stems, int sampleRate) {
        this.channels = 2 * stems;
        this.slotFrames = sampleRate / SLOTS_PER_SECOND;
        this.peaks = new AtomicIntegerArray(SLOTS * channels);
    }

    /**
     * What goes to the device. Allocates nothing.
     *
     * @param frame the first of a block of about a slot
     */
    void write(long frame, AudioBlock stems) {
        long slot = frame / slotFrames;
        for (int c = 0; c < channels; c++) {
            float before = slot == latest ? peak(slot, c) : 0;
            peaks.set(place(slot, c), Float.floatToIntBits(Math.max(before, peak(stems, c))));
        }
        latest = slot;
    }

    private static float peak(AudioBlock block, int channel) {
        float[] plane = block.plane(channel);
        float peak = 0;
        for (int i = block.from(); i < block.to(); i++) {
            peak = Math.max(peak, Math.abs(plane[i]));
        }
        return peak;
    }

    /**
     * The peak of a side of a stem in dBFS behind its fader, its tone not counted.
     *
     * @param frame that is heard now
     */
    double peakDbfs(StemMix mix, int stem, int side, long frame) {
        double gain = gain(mix, stem, side);
        float peak = 0;
        for (long slot = frame / slotFrames, n = 0; n < SHOWN && slot >= n; n++) {
            peak = Math.max(peak, peak(slot - n, 2 * stem + side));
        }
        return Decibels.ofGain(gain * peak);
    }

    private static double gain(StemMix mix, int stem, int side) {
        Strip strip = mix.strips().get(stem);
        double balance = Math.min(1, side == 0 ? 1 - strip.pan() : 1 + strip.pan());
        return mix.isHeard(stem) ? balance * Decibels.toGain(strip.gainDb()) : 0;
    }

    private float peak(long slot, int channel) {
        return Float.intBitsToFloat(peaks.get(place(slot, channel)));
    }

    private int place(long slot, int channel) {
        return (int) (slot % SLOTS) * channels + channel;
    }
}
