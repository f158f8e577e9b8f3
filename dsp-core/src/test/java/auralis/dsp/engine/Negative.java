package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.dynamics.GainReduction;

/** Turns the sign of every sample and says that it reduces loud blocks by 6 dB. */
final class Negative implements AudioProcessor, GainReduction {
    static final double LOUD = 0.5;
    static final double REDUCTION_DB = 6;
    private double reductionDb;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        reductionDb = block.peak() > LOUD ? REDUCTION_DB : 0;
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                plane[i] = -plane[i];
            }
        }
    }

    @Override
    public void reset() {
        reductionDb = 0;
    }

    @Override
    public double reductionDb() {
        return reductionDb;
    }
}
