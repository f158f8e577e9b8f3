package auralis.dsp.master;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;

/** One gain for the whole track. */
final class MakeupGain implements AudioProcessor {
    private final float gain;

    MakeupGain(double gainDb) {
        this.gain = (float) Decibels.toGain(gainDb);
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {}

    @Override
    public void process(AudioBlock block) {
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                plane[i] *= gain;
            }
        }
    }

    @Override
    public void reset() {}
}
